import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, visitMemberMessages } from '../window.ts';

/** M11 集中度: how unevenly the members speak. Context only: a silent majority is normal. */
export type Concentration = {
  /** Over those who spoke; null when nobody did. */
  gini: number | null;
  /** Fewest members who wrote half of the members' messages. */
  contributorAbsence: number | null;
};

/** How many members wrote how many messages: `[messages, members]`, the fewest messages first. Names nobody. */
export type Voices = [messages: number, members: number][];

export function voicesIn(window: GroupWindow): Voices {
  const { memberPosts } = window.timeline;
  const counts = new Array<number>(memberPosts.people.length).fill(0);
  visitMemberMessages(memberPosts, window, (_, speaker, count) => {
    counts[speaker] = (counts[speaker] ?? 0) + count;
  });
  const members = new Map<number, number>();
  for (const count of counts) if (count > 0) members.set(count, (members.get(count) ?? 0) + 1);
  return [...members].sort(([a], [b]) => a - b);
}

/** Fewest members who together wrote the asked share of the messages. */
function fewestFor(voices: Voices, messages: number): number {
  let [left, fewest] = [messages, 0];
  for (const [count, members] of voices.toReversed()) {
    const needed = Math.min(members, Math.max(0, Math.ceil(left / count)));
    fewest += needed;
    left -= needed * count;
  }
  return fewest;
}

/** Gini and absence factor of a distribution of messages over members. */
export function concentrationOf(voices: Voices): Concentration {
  const total = voices.reduce((sum, [count, members]) => sum + count * members, 0);
  if (total === 0) return { gini: null, contributorAbsence: null };
  let [n, weighted] = [0, 0];
  for (const [count, members] of voices) {
    weighted += count * (members * n + (members * (members + 1)) / 2);
    n += members;
  }
  return {
    gini: (2 * weighted) / (n * total) - (n + 1) / n,
    contributorAbsence: fewestFor(voices, total * THRESHOLDS.concentration.coveredShare),
  };
}

export const measureConcentration = (window: GroupWindow, voices = voicesIn(window)): Concentration =>
  concentrationOf(voices);
