import { saidAs } from '../../db/outbox.ts';
import { openPrompt, type Prompt } from '../../db/prompts.ts';
import { openAskOf, type SurveyAsk } from '../../db/survey.ts';
import { lastPutKey } from '../../db/survey-links.ts';
import { keys } from '../../src/keys.ts';
import type { Label } from '../../src/message.ts';
import { DAY_MS } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** How long a bare word answers while nothing else was said here; an older person looks at the phone in the evening. */
const BARE_DAYS = 3;
/** How long a quote of the question answers it. */
const QUOTED_DAYS = 30;

/** The survey's question this message answers: it is quoted, or was the last thing the bot said to this person in private. */
export async function openQuestion({ tx, message, person, group, now }: Turn): Promise<SurveyAsk | null> {
  if (group) return null;
  const { placeId, replyToId } = message;
  const key = replyToId ? (await saidAs(tx, placeId, replyToId))?.key : await lastPutKey(tx, placeId);
  if (!key?.startsWith(keys.surveyAsks)) return null;
  const days = replyToId ? QUOTED_DAYS : BARE_DAYS;
  return openAskOf(tx, person.id, new Date(now.getTime() - days * DAY_MS));
}

/** The bot waits for this tap or line of the survey; with the answer it belongs to. */
export async function openStep(
  { tx, message, person, group, now }: Turn,
  kind: 'survey-helped' | 'survey-words',
): Promise<{ prompt: Prompt; answerId: string; cadreId: string } | null> {
  const prompt = group ? null : await openPrompt(tx, message.placeId, person.id, now);
  const { answerId, cadreId } = prompt?.data ?? {};
  if (prompt?.kind !== kind || typeof answerId !== 'string' || typeof cadreId !== 'string') return null;
  return { prompt, answerId, cadreId };
}

/** From this confidence on a line surely asks for something: 希望多来走走 does not, 灯坏了找人修一下 does. */
const SURE_NEED = 0.8;

/** Does the line ask for something that must not be swallowed by the survey? */
export const isSureNeed = ({ label, confidence }: { label: Label; confidence: number }): boolean =>
  label !== 'chatter' && confidence >= SURE_NEED;

/** Nothing in the words behind a tap asks for anything. */
export function isOnlyTalk({ bot: { understanding } }: Turn, words: string): boolean {
  if (words === '') return true;
  const isGrave = understanding.emergency(words) ?? understanding.sensitive(words);
  return isGrave === null && !isSureNeed(understanding.classify(words));
}
