import { redactPersonal, withoutGaps } from '../redact-personal.ts';
import { emergencyIn } from '../understanding/emergency.ts';
import { sensitiveIn } from '../understanding/sensitive.ts';
import { hanOf, isFactual } from './factual-answer.ts';

/** So long a question or an answer may be; what is longer is a story. */
const MOST_QUESTION = 60;
const MOST_ANSWER = 200;
/** Fewest Han characters of a question once what is personal is gone. */
const LEAST_HAN = 4;

const isPrivateMatter = (text: string): boolean => sensitiveIn(text) !== null || emergencyIn(text) !== null;

/** A member's question fit to stand in the FAQ, or null: nothing personal is left in it, and enough is. */
export function askedAnew(text: string, names: readonly string[]): string | null {
  if (isPrivateMatter(text)) return null;
  const question = withoutGaps(redactPersonal(text, names)).replace(/^[，,、。:：\s]+/u, '');
  const tooLong = [...question].length > MOST_QUESTION;
  return tooLong || hanOf(question) < LEAST_HAN ? null : question;
}

/** A cadre's answer as it may wait for a person's word, with marks where something personal stood; null when it says too little. */
export function answeredAnew(text: string, names: readonly string[]): string | null {
  if (isPrivateMatter(text)) return null;
  const answer = redactPersonal(text, names);
  if ([...answer].length > MOST_ANSWER || !isFactual(withoutGaps(answer))) return null;
  return answer.replace(/^[，,、:：\s]+/u, '');
}
