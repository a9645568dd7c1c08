import type { ChatRow } from './chat-rows.ts';

/** By message id, the ids it is said to answer. */
export type Links = ReadonlyMap<string, readonly string[]>;

/** Counts from which precision and recall follow. */
export interface Tally {
  hits: number;
  told: number;
  true: number;
}

/** Links by pair, and opening questions by whether somebody else answered. */
export interface Score {
  links: Tally;
  answered: Tally;
  openings: number;
}

export const emptyScore = (): Score => ({
  links: { hits: 0, told: 0, true: 0 },
  answered: { hits: 0, told: 0, true: 0 },
  openings: 0,
});

/** A question mark, or an asking word of Chinese where people leave the mark out. */
const ASKS = /[?？]|请问|哪里|怎么|[吗么呢][\s。！!]*$/u;

/** Whether a message opens a thread by asking. */
export const isOpeningQuestion = (row: ChatRow): boolean =>
  !row.context && row.replyTo.length === 0 && ASKS.test(row.text);

/** The messages that a later annotated one, by somebody else, answers. */
function answeredBy(rows: readonly ChatRow[], linksOf: (row: ChatRow) => readonly string[]): Set<string> {
  const senders = new Map(rows.map(row => [row.id, row.sender]));
  const answered = new Set<string>();
  for (const row of rows) {
    if (row.context) continue;
    for (const to of linksOf(row)) if (senders.get(to) !== row.sender) answered.add(to);
  }
  return answered;
}

/** Adds one room: only annotated rows count, pair by pair. */
export function tally(score: Score, rows: readonly ChatRow[], links: Links): void {
  const toldOf = (row: ChatRow): readonly string[] => links.get(row.id) ?? [];
  for (const row of rows) {
    if (row.context) continue;
    const told = toldOf(row);
    score.links.told += told.length;
    score.links.true += row.replyTo.length;
    score.links.hits += told.filter(id => row.replyTo.includes(id)).length;
  }
  const told = answeredBy(rows, toldOf);
  const truly = answeredBy(rows, row => row.replyTo);
  for (const row of rows) {
    if (!isOpeningQuestion(row)) continue;
    score.openings++;
    if (told.has(row.id)) score.answered.told++;
    if (truly.has(row.id)) score.answered.true++;
    if (told.has(row.id) && truly.has(row.id)) score.answered.hits++;
  }
}

export const precision = ({ hits, told }: Tally): number => (told === 0 ? 0 : hits / told);
export const recall = (counts: Tally): number => (counts.true === 0 ? 0 : counts.hits / counts.true);
export const f1 = (counts: Tally): number =>
  counts.told + counts.true === 0 ? 0 : (2 * counts.hits) / (counts.told + counts.true);

/** One line of a table, in percent. */
export function sayScore(name: string, { links, answered }: Score): string {
  const percent = (share: number): string => (share * 100).toFixed(1).padStart(5);
  return [
    name.padEnd(34),
    `link P ${percent(precision(links))} R ${percent(recall(links))} F1 ${percent(f1(links))}`,
    `answered P ${percent(precision(answered))} R ${percent(recall(answered))}`,
  ].join('  ');
}
