import { FEATURES, type FeatureName } from './feature-names.ts';
import type { Comparison, Match } from './matcher.ts';

/** What speaks for the best candidate besides its own features: how it stands among the others. */
const STANDING = ['chance', 'lead', 'asked-length', 'rank-score', 'characters-lead'] as const;
export const EVIDENCE: readonly string[] = [...FEATURES, ...STANDING];

/** A match with the ranker's score of it. */
export interface Ranked extends Match {
  rank: number;
}

const at = (name: FeatureName): number => FEATURES.indexOf(name);
const CHARACTERS = at('characters-mean');
const MOST_LEAD = 5;
/** Stands for the lead over a candidate that does not exist. */
const NO_RIVAL = 0.5;

/** Orders entries by the ranker, best first, each by its best wording; of equals the one whose words scored higher. */
export function rankMatches({ matches }: Comparison, rank: (features: Float64Array) => number): Ranked[] {
  const best = new Map<number, Ranked>();
  for (const match of matches) {
    const ranked = { ...match, rank: rank(match.features) };
    if (ranked.rank > (best.get(match.entryAt)?.rank ?? Number.NEGATIVE_INFINITY))
      best.set(match.entryAt, ranked);
  }
  return [...best.values()].sort((a, b) => b.rank - a.rank || b.score - a.score || a.entryAt - b.entryAt);
}

/** The evidence for one of the ranked candidates, in the order of EVIDENCE: against the best of the others. */
export function evidenceFor(comparison: Comparison, ranked: readonly Ranked[], place = 0): number[] {
  const own = ranked[place];
  if (!own) return [];
  const rival = ranked[place === 0 ? 1 : 0];
  const highest = ranked[0]?.rank ?? 0;
  const total = ranked.reduce((sum, each) => sum + Math.exp(each.rank - highest), 0);
  const characters = own.features[CHARACTERS] ?? 0;
  return [
    ...own.features,
    Math.exp(own.rank - highest) / total,
    rival ? Math.max(-MOST_LEAD, Math.min(MOST_LEAD, own.rank - rival.rank)) : MOST_LEAD,
    Math.log(1 + comparison.asked.units.length) / 5,
    own.rank / 10,
    rival ? characters - (rival.features[CHARACTERS] ?? 0) : NO_RIVAL,
  ];
}
