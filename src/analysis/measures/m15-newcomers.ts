import { DAY_MS, HOUR_MS } from '../../time.ts';
import { dayNumberAt, startOfDayNumber } from '../day-number.ts';
import { isOfMembers, voiceOf } from '../roster.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, placeFrom, rowsWithin } from '../window.ts';

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

/** Moments of the window at which a person greeted the group or, by mention or quote, somebody of it. */
const greetingsIn = ({ timeline, firstDay, lastDay }: GroupWindow) => ({
  toAll: rowsWithin(timeline.greetings, firstDay, lastDay),
  toOne: rowsWithin(timeline.replies, firstDay, lastDay).filter(
    reply => reply.voice !== 'bot' && reply.toIds.length > 0,
  ),
});

const REACH_MS = THRESHOLDS.newcomers.greetedHours * HOUR_MS;

/** Who greets newcomers: somebody else, within the hour; the bot's welcome is not a person's. */
function greeterOf(window: GroupWindow): (personId: string, at: number) => boolean {
  const { toAll, toOne } = greetingsIn(window);
  return (personId, at) => {
    const until = Math.min(at + REACH_MS, window.to);
    return (
      toAll.some(post => post.at >= at && post.at <= until && post.byId !== personId) ||
      toOne.some(reply => reply.at >= at && reply.at <= until && reply.toIds.includes(personId))
    );
  };
}

/** The first day on which a person posted that was not over at a moment, by its beginning (UTC ms). */
function firstPostAfter({ timeline }: GroupWindow, personId: string, at: number): number | null {
  const { people, days, speakers, baseDay } = timeline.memberPosts;
  const speaker = people.indexOf(personId);
  if (speaker < 0) return null;
  for (let index = placeFrom(days, dayNumberAt(at) - baseDay); index < days.length; index++)
    if (speakers[index] === speaker) return startOfDayNumber(baseDay + (days[index] ?? 0));
  return null;
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
  const joined = history.members.filter(({ personId, joinedAt }) => {
    const at = joinedAt?.getTime() ?? Number.NaN;
    return at >= window.from && at <= window.to && isOfMembers(voiceOf(roster, personId));
  });
  if (joined.length === 0) return [];
  const isGreeted = greeterOf(window);
  return joined.flatMap(({ personId, joinedAt, leftAt }) => {
    const at = joinedAt?.getTime() ?? Number.NaN;
    const first = firstPostAfter(window, personId, at);
    return {
      at,
      isGreeted: isGreeted(personId, at),
      spoke: window.to - at >= spokeDays * DAY_MS ? first !== null && first - at <= spokeDays * DAY_MS : null,
      stayed:
        window.to - at >= stayedDays * DAY_MS
          ? leftAt === null || leftAt.getTime() - at > stayedDays * DAY_MS
          : null,
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
