import type { FaqEntry } from '../../src/faq.ts';

/** Gives the ids of the entries it finds for a text, best first. */
export type Find = (text: string, limit: number) => readonly string[];

/** A way to find entries that a user might pick. */
export interface Finder {
  name: string;
  /** Of the questions of the quality table, every so many-th: slow ones are asked fewer. */
  scoredEvery: number;
  /** Questions asked to measure the time at 1,000, 10,000 and 100,000 entries. */
  timed: Readonly<Record<number, number>>;
  open(entries: readonly FaqEntry[]): Find | Promise<Find>;
}
