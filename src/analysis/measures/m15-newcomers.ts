import { DAY_MS, HOUR_MS } from '../../time.ts';
import { startOfDayNumber } from '../day-number.ts';
import { isOfMembers, voiceOf } from '../roster.ts';
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
const greetingsIn = ({ timeline: { greetings, replies } }: GroupWindow) => ({
  toAll: greetings,
  toOne: replies.filter(reply => reply.voice !== 'bot' && reply.toIds.length > 0),
});

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

/** One who joined in the window; `spoke` and `stayed` are null while their week, or their month, is not over. */
export interface Newcomer {
  at: number;
  isGreeted: boolean;
  spoke: boolean | null;
  stayed: boolean | null;
}

/** The members who joined in the window; a cadre or a bot that joins is no newcomer. */
export function newcomersIn(window: GroupWindow): Newcomer[] {
  const { spokeDays, stayedDays } = THRESHOLDS.newcomers;
  const { history, roster } = window.timeline;
  const firstPostAfter = firstPostsAfter(window);
  const isGreeted = greeterOf(window);
  return history.members.flatMap(({ personId, joinedAt, leftAt }) => {
    const at = joinedAt?.getTime();
    if (at === undefined || at < window.from || at > window.to) return [];
    if (!isOfMembers(voiceOf(roster, personId))) return [];
    const first = firstPostAfter(personId, at);
    const isOver = (days: number) => window.to - at >= days * DAY_MS;
    return {
      at,
      isGreeted: isGreeted(personId, at),
      spoke: isOver(spokeDays) ? first !== null && first - at <= spokeDays * DAY_MS : null,
      stayed: isOver(stayedDays) ? leftAt === null || leftAt.getTime() - at > stayedDays * DAY_MS : null,
    };
  });
}

export function measureNewcomers(window: GroupWindow, joined = newcomersIn(window)): Newcomers {
  const count = (holds: (person: Newcomer) => boolean) => joined.filter(holds).length;
  return {
    joined: joined.length,
    greeted: count(person => person.isGreeted),
    joinedAWeekAgo: count(person => person.spoke !== null),
    spoke: count(person => person.spoke === true),
    joinedFourWeeksAgo: count(person => person.stayed !== null),
    stayed: count(person => person.stayed === true),
  };
}
