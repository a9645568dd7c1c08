import { DAY_MS, HOUR_MS } from '../../time.ts';
import { startOfDayNumber } from '../day-number.ts';
import { voiceOf } from '../roster.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { GroupWindow } from '../window.ts';

/** M15 新人: who joined in the window, whether a person greeted them within the hour, whether they spoke within a week and stayed four. */
export type Newcomers = {
  joined: number;
  greeted: number;
  /** Those who joined at least a week ago, and of them who spoke within it. */
  joinedAWeekAgo: number;
  spoke: number;
  /** Those who joined at least 28 days ago, and of them who were still there. */
  joinedFourWeeksAgo: number;
  stayed: number;
};

/** Moments at which a person greeted the group or, by mention or quote, somebody of it. */
function greetingsIn({ timeline: { history, replies, roster } }: GroupWindow) {
  const aloud = history.days.flatMap(({ cadrePosts, speakers }) => [
    ...cadrePosts,
    ...speakers.flatMap(({ personId, posts }) => posts.map(post => ({ ...post, byId: personId }))),
  ]);
  return {
    toAll: aloud.filter(post => post.said === 'greeting' && voiceOf(roster, post.byId) !== 'bot'),
    toOne: replies.filter(reply => reply.voice !== 'bot' && reply.toIds.length > 0),
  };
}

/** Who greets newcomers: somebody else, within the hour; the bot's welcome is not a person's. */
function greeterOf(window: GroupWindow): (personId: string, at: number) => boolean {
  const { toAll, toOne } = greetingsIn(window);
  const reach = THRESHOLDS.newcomers.greetedHours * HOUR_MS;
  return (personId, at) => {
    const isSoon = (moment: number) => moment >= at && moment - at <= reach && moment <= window.to;
    return (
      toAll.some(post => post.byId !== personId && isSoon(post.at)) ||
      toOne.some(reply => reply.toIds.includes(personId) && isSoon(reply.at))
    );
  };
}

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
  const isGreeted = greeterOf(window);
  const joined = window.timeline.history.members.flatMap(({ personId, joinedAt, leftAt }) => {
    const at = joinedAt?.getTime();
    if (at === undefined || at < window.from || at > window.to) return [];
    return [{ personId, at, leftAt: leftAt?.getTime() ?? Number.POSITIVE_INFINITY }];
  });
  const aWeekAgo = joined.filter(person => window.to - person.at >= spokeDays * DAY_MS);
  const fourWeeksAgo = joined.filter(person => window.to - person.at >= stayedDays * DAY_MS);
  return {
    joined: joined.length,
    greeted: joined.filter(({ personId, at }) => isGreeted(personId, at)).length,
    joinedAWeekAgo: aWeekAgo.length,
    spoke: aWeekAgo.filter(({ personId, at }) => {
      const first = firstPostAfter(personId, at);
      return first !== null && first - at <= spokeDays * DAY_MS;
    }).length,
    joinedFourWeeksAgo: fourWeeksAgo.length,
    stayed: fourWeeksAgo.filter(person => person.leftAt - person.at > stayedDays * DAY_MS).length,
  };
}
