import type { Candidate } from './candidate.ts';
import { CANDIDATE_COUNT, candidateValues, momentValues } from './features.ts';
import type { Look } from './look.ts';
import type { ReplyModel } from './model.ts';
import { type Forest, sumTrees } from './trees.ts';

/** After so many trees a candidate so far behind the best has lost and is asked no further. */
const STAGES = [
  { until: 10, behind: 3 },
  { until: 30, behind: 4 },
] as const;

/** How likely each candidate is what the message answers; with the chance that it answers nothing they sum to 1. */
export interface Odds {
  opens: number;
  /** In the order of the candidates. */
  answers: Float64Array;
}

/** The values a candidate was judged by. */
export function valuesOf(look: Look, candidate: Candidate): Float32Array {
  const values = new Float32Array(CANDIDATE_COUNT);
  values.set(momentValues(look.moment));
  candidateValues(values, 0, look.moment, candidate);
  return values;
}

/** Asks the next trees about every candidate not yet lost; the best score so far. */
function askOn(forest: Forest, rows: Float32Array, scores: Float64Array, begin: number, end: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    let score = scores[at] ?? 0;
    if (score === Number.NEGATIVE_INFINITY) continue;
    score += sumTrees(forest, rows, at * CANDIDATE_COUNT, begin, end);
    scores[at] = score;
    if (score > best) best = score;
  }
  return best;
}

/** Weighs all that a message may answer against each other and against nothing. */
export function weigh(model: ReplyModel, look: Look): Odds {
  const { candidates, moment } = look;
  const openerValues = momentValues(moment);
  const rows = new Float32Array(candidates.length * CANDIDATE_COUNT);
  candidates.forEach((candidate, at) => {
    rows.set(openerValues, at * CANDIDATE_COUNT);
    candidateValues(rows, at * CANDIDATE_COUNT, moment, candidate);
  });
  const scores = new Float64Array(candidates.length);
  const trees = model.answers.roots.length;
  let asked = 0;
  for (const { until, behind } of STAGES) {
    const end = Math.min(until, trees);
    const best = askOn(model.answers, rows, scores, asked, end);
    asked = end;
    for (let at = 0; at < scores.length; at++) {
      if ((scores[at] ?? 0) < best - behind) scores[at] = Number.NEGATIVE_INFINITY;
    }
  }
  const best = askOn(model.answers, rows, scores, asked, trees);
  const opener = sumTrees(model.openers, openerValues, 0, 0, model.openers.roots.length);
  return softened(scores, opener, Math.max(best, opener));
}

function softened(scores: Float64Array, opener: number, most: number): Odds {
  let total = Math.exp(opener - most);
  const opens = total;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] ?? 0) - most);
    total += scores[at] ?? 0;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / total;
  return { opens: opens / total, answers: scores };
}
