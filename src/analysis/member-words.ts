import { voiceOf } from './roster.ts';
import { THRESHOLDS } from './thresholds.ts';
import { type GroupWindow, rowsWithin } from './window.ts';

/** Something a member said to a cadre, or asked of everybody (null). */
interface Word {
  at: number;
  cadreId: string | null;
}

/** Whether the member said something to the cadre, or asked something of everybody, after `from` and up to `to` (UTC ms). */
export type Hears = (pair: { cadreId: string; personId: string }, from: number, to: number) => boolean;

/** What members said that a touch may answer, or that answers a touch, by person. */
function wordsOfMembers({ timeline, firstDay, lastDay }: GroupWindow): Map<string, Word[]> {
  const since = firstDay - 2 * THRESHOLDS.shallowTouch.followUpDays;
  const words = new Map<string, Word[]>();
  const hear = (personId: string, word: Word) => {
    const known = words.get(personId);
    if (known) known.push(word);
    else words.set(personId, [word]);
  };
  for (const { byId, at } of rowsWithin(timeline.needs, since, lastDay)) hear(byId, { at, cadreId: null });
  for (const { fromId, toId, at } of rowsWithin(timeline.exchanges, since, lastDay)) {
    if (voiceOf(timeline.roster, toId) === 'cadre') hear(fromId, { at, cadreId: toId });
  }
  return words;
}

/** What members said to their cadres in the window and the four weeks before it (F16). */
export function hearMembers(window: GroupWindow): Hears {
  let words: Map<string, Word[]> | null = null;
  return ({ cadreId, personId }, from, to) => {
    words ??= wordsOfMembers(window);
    return (words.get(personId) ?? []).some(
      word => word.at > from && word.at <= to && (word.cadreId === null || word.cadreId === cadreId),
    );
  };
}
