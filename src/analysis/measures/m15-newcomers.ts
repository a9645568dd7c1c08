import { DAY_MS } from '../../time.ts';
import { startOfDayNumber } from '../day-number.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { GroupWindow } from '../window.ts';

/** M15 新人: who joined in the window, whether they spoke within a week and stayed four. */
export type Newcomers = {
  joined: number;
  /** Those who joined at least a week ago, and of them who spoke within it. */
  joinedAWeekAgo: number;
  spoke: number;
  /** Those who joined at least 28 days ago, and of them who were still there. */
  joinedFourWeeksAgo: number;
  stayed: number;
};

/** The days on which each person posted, in order. */
function firstPostsAfter({ timeline }: GroupWindow): (personId: string, at: number) => number | null {
  const { people, days, speakers } = timeline.memberPosts;
  const indexOf = new Map(people.map((personId, index) => [personId, index]));
  return (personId, at) => {
    const speaker = indexOf.get(personId);
    if (speaker === undefined) return null;
    const found = days.findIndex(
      (day, index) => speakers[index] === speaker && startOfDayNumber(day + 1) > at,
    );
    return found < 0 ? null : startOfDayNumber(days[found] ?? 0);
  };
}

export function measureNewcomers(window: GroupWindow): Newcomers {
  const { spokeDays, stayedDays } = THRESHOLDS.newcomers;
  const firstPostAfter = firstPostsAfter(window);
  const joined = window.timeline.history.members.flatMap(({ personId, joinedAt, leftAt }) => {
    const at = joinedAt?.getTime();
    if (at === undefined || at < window.from || at > window.to) return [];
    return [{ personId, at, leftAt: leftAt?.getTime() ?? Number.POSITIVE_INFINITY }];
  });
  const aWeekAgo = joined.filter(person => window.to - person.at >= spokeDays * DAY_MS);
  const fourWeeksAgo = joined.filter(person => window.to - person.at >= stayedDays * DAY_MS);
  return {
    joined: joined.length,
    joinedAWeekAgo: aWeekAgo.length,
    spoke: aWeekAgo.filter(({ personId, at }) => {
      const first = firstPostAfter(personId, at);
      return first !== null && first - at <= spokeDays * DAY_MS;
    }).length,
    joinedFourWeeksAgo: fourWeeksAgo.length,
    stayed: fourWeeksAgo.filter(person => person.leftAt - person.at > stayedDays * DAY_MS).length,
  };
}
