import type { Candidate } from './candidate.ts';
import { CANDIDATE_FEATURES, type Kind, MOMENT_COUNT, MOMENT_FEATURES } from './features.ts';
import type { Moment } from './moment.ts';
import { CALL } from './names.ts';

/** Why a link is told, by its strongest reason. */
export type LinkRule = 'quote' | 'mention' | 'name' | 'same-speaker' | 'topic' | 'talk' | 'turn';

const ALL_FEATURES = [...MOMENT_FEATURES, ...CANDIDATE_FEATURES];

/** Sums what the features between the two messages gave, by kind of reason. */
function byKind(shares: Float64Array): Map<Kind, number> {
  const sums = new Map<Kind, number>();
  for (let at = MOMENT_COUNT; at < shares.length; at++) {
    const kind = ALL_FEATURES[at]?.kind ?? 'turn';
    sums.set(kind, (sums.get(kind) ?? 0) + (shares[at] ?? 0));
  }
  return sums;
}

/** The strongest reason: a call of the earlier speaker, their being one person, or what gave most of the score. */
export function ruleOf(moment: Moment, candidate: Candidate, shares: Float64Array): LinkRule {
  const call = moment.heard.calls.get(candidate.heard.speaker) ?? CALL.none;
  if (call === CALL.marked) return 'mention';
  if (call >= CALL.inside) return 'name';
  if (candidate.heard.speaker === moment.heard.speaker) return 'same-speaker';
  const sums = byKind(shares);
  const topic = candidate.shared > 0 ? (sums.get('topic') ?? 0) : 0;
  const talk = sums.get('talk') ?? 0;
  const turn = (sums.get('turn') ?? 0) + (sums.get('time') ?? 0);
  if (topic > talk && topic > turn) return 'topic';
  return talk > turn ? 'talk' : 'turn';
}
