import { MOST_ANSWER_CHARS } from '../faq.ts';
import { hasGap } from '../redact-personal.ts';

/** Where a candidate comes from: asked often, answered by a cadre in the group, or an entry that was withdrawn. */
export type CandidateSource = 'cluster' | 'cadre-answer' | 'withdrawn';
export type CandidateState = 'pending' | 'approved' | 'dismissed';

/** Why a candidate may not be published as it stands. */
export type NotReady = 'no-answer' | 'too-long' | 'has-gap';

/** Null when its answer may be published by a person's word; nothing with a hole in it is. */
export function notReady(candidate: { answer: string | null }): NotReady | null {
  const answer = candidate.answer?.trim() ?? '';
  if (answer === '') return 'no-answer';
  if (hasGap(answer)) return 'has-gap';
  return [...answer].length > MOST_ANSWER_CHARS ? 'too-long' : null;
}
