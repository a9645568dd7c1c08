import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { quantileOfWaits } from '../../src/analysis/measures/m07-answered.ts';
import { timelineOf } from '../../src/analysis/timeline.ts';
import { MINUTE_MS } from '../../src/time.ts';
import { percent, quantile } from '../shared/figures.ts';
import type { TrueAnswer, Truth } from './true-answers.ts';

/** One need with both answers: the annotated one and the one our attribution found. */
export interface Compared {
  truth: TrueAnswer;
  oursAt: number | null;
  /** Answered first by somebody whom the guessed roster calls volunteer or cadre. */
  isByHelper: boolean;
}

/** After the last message of all. */
const LATER = new Date('2100-01-01T00:00:00Z');

/** The needs of the groups that were annotated, each with its first sure answer as M7 takes it. */
export function compareNeeds(
  histories: readonly GroupHistory[],
  truths: ReadonlyMap<string, TrueAnswer>,
): Compared[] {
  return histories.flatMap(history =>
    timelineOf(history, LATER).needs.flatMap(need => {
      const truth = truths.get(need.messageId);
      const first = need.answers[0];
      const isByHelper = first?.voice === 'volunteer' || first?.voice === 'cadre';
      return truth ? [{ truth, oursAt: first?.at ?? null, isByHelper }] : [];
    }),
  );
}

const minutesOf = (asked: number, at: number): number => (at - asked) / MINUTE_MS;

/** Did our answer come that many minutes after the need, `from` included and `to` not? */
export function isAnsweredWithin({ truth, oursAt }: Compared, from: number, to: number): boolean {
  const waited = oursAt === null ? Number.NaN : minutesOf(truth.askedAt, oursAt);
  return waited >= from && waited < to;
}

interface Side {
  answered: number;
  /** Minutes of those answered. */
  waits: number[];
  /** With the unanswered as censored, as M7 reckons. */
  all: { minutes: number; isAnswered: boolean }[];
}

function sideOf(rows: readonly Compared[], answeredAt: (row: Compared) => number | null): Side {
  const all = rows.map(row => {
    const at = answeredAt(row);
    return { minutes: minutesOf(row.truth.askedAt, at ?? row.truth.until), isAnswered: at !== null };
  });
  const waits = all.filter(wait => wait.isAnswered).map(wait => wait.minutes);
  return { answered: waits.length, waits, all };
}

const minutes = (value: number | null): string =>
  value === null || Number.isNaN(value) ? '-' : String(Math.round(value * 10) / 10);

export const HEADINGS = [
  'room',
  'needs',
  'answered %: true',
  'ours',
  'ours right %',
  'found %',
  'median min: true',
  'ours',
  'P90: true',
  'ours',
  'M7 median: true',
  'ours',
];

/** One row of the table; the first six numbers are shares, the rest minutes. */
export function rowOf(name: string, rows: readonly Compared[], truthOf: Truth): string[] {
  const truth = sideOf(rows, row => truthOf(row.truth));
  const ours = sideOf(rows, row => row.oursAt);
  const both = rows.filter(row => row.oursAt !== null && truthOf(row.truth) !== null).length;
  return [
    name,
    String(rows.length),
    percent(truth.answered, rows.length),
    percent(ours.answered, rows.length),
    percent(both, ours.answered),
    percent(both, truth.answered),
    minutes(quantile(truth.waits, 0.5)),
    minutes(quantile(ours.waits, 0.5)),
    minutes(quantile(truth.waits, 0.9)),
    minutes(quantile(ours.waits, 0.9)),
    minutes(quantileOfWaits(truth.all, 0.5)),
    minutes(quantileOfWaits(ours.all, 0.5)),
  ];
}
