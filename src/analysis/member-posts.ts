import { dayNumberOf } from './day-number.ts';
import type { GroupDay } from './group-day.ts';
import { createLikenesses, NEVER } from './likeness.ts';
import { isOfMembers } from './roster.ts';
import { isSubstantive } from './said.ts';

/**
 * Everybody's counted messages but the cadres', side by side in order of days: plain numbers, for speed. One entry stands for
 * `counts` messages of one speaker's one day.
 */
export interface MemberPosts {
  /** What the numbers of days here are counted from. */
  baseDay: number;
  days: ArrayLike<number>;
  /** Index into `people`. */
  speakers: ArrayLike<number>;
  counts: ArrayLike<number>;
  /** The entries that are like an earlier one, in order, and the day of the last like them. */
  alike: ArrayLike<number>;
  alikeDays: ArrayLike<number>;
  /** Added to the places in `alike`: those of a longer row of entries. */
  alikeFrom: number;
  /** In the order in which they first spoke. */
  people: string[];
  /** The day of the very first, as a day number; infinite while there is none. */
  firstDay: number;
}

/** The members' counted messages up to `asOf`, near-duplicates linked to the day of the last one like them. */
export function gatherMemberPosts(days: readonly GroupDay[], asOf: number): MemberPosts {
  const previousDayOf = createLikenesses();
  const indexOf = new Map<string, number>();
  const [posted, speakers, previousDays, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  const add = (day: number, speaker: number, previousDay: number) => {
    const last = posted.length - 1;
    if (posted[last] === day && speakers[last] === speaker && previousDays[last] === previousDay) {
      counts[last] = (counts[last] ?? 0) + 1;
      return;
    }
    posted.push(day);
    speakers.push(speaker);
    previousDays.push(previousDay);
    counts.push(1);
  };
  for (const row of days) {
    const day = dayNumberOf(row.day);
    for (const { personId, voice, posts } of row.speakers) {
      if (!isOfMembers(voice)) continue;
      for (const post of posts) {
        if (post.at > asOf || !isSubstantive(post.said)) continue;
        const index = indexOf.get(personId) ?? indexOf.size;
        indexOf.set(personId, index);
        add(day, index, previousDayOf(personId, post, day));
      }
    }
  }
  const alike = [...previousDays.keys()].filter(index => previousDays[index] !== NEVER);
  return {
    baseDay: 0,
    days: Int32Array.from(posted),
    speakers: Int32Array.from(speakers),
    counts: Int32Array.from(counts),
    alike: Int32Array.from(alike),
    alikeDays: Int32Array.from(alike, index => previousDays[index] ?? NEVER),
    alikeFrom: 0,
    people: [...indexOf.keys()],
    firstDay: posted[0] ?? Number.POSITIVE_INFINITY,
  };
}
