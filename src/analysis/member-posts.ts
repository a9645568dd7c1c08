import { dayNumberOf } from './day-number.ts';
import type { GroupDay } from './group-day.ts';
import { createLikenesses } from './likeness.ts';
import { isOfMembers } from './roster.ts';
import { isSubstantive } from './said.ts';

/** Everybody's counted messages but the cadres', side by side in order of days: plain numbers, for speed. One entry
 * stands for `counts` messages of one speaker's one day. */
export interface MemberPosts {
  days: Int32Array;
  /** Index into `people`. */
  speakers: Int32Array;
  previousDays: Int32Array;
  counts: Int32Array;
  /** In the order in which they first spoke. */
  people: string[];
  /** The day of the very first; infinite while there is none. */
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
  return {
    days: Int32Array.from(posted),
    speakers: Int32Array.from(speakers),
    previousDays: Int32Array.from(previousDays),
    counts: Int32Array.from(counts),
    people: [...indexOf.keys()],
    firstDay: posted[0] ?? Number.POSITIVE_INFINITY,
  };
}
