import { MINUTE_MS } from '../time.ts';
import { type Burst, lastBefore } from './bursts.ts';
import { dayNumberOf } from './day-number.ts';
import type { GroupDay } from './group-day.ts';
import { isOfMembers, type Roster, voiceOf } from './roster.ts';
import { isSubstantive, type Said } from './said.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Somebody who is no bot greeted the group (M15). */
export interface Greeting {
  day: number;
  at: number;
  byId: string;
}

/** A member who on a day said something of their own within half an hour after the cadres' posts (F11). */
export interface SpokeUp {
  day: number;
  personId: string;
}

/** All that the members posted on a day, and how much of it was 收到, 接龙 and the like (F17). */
export interface DayVolume {
  day: number;
  posts: number;
  filler: number;
}

/** Greetings in the order of the rows. */
export const gatherGreetings = (days: readonly GroupDay[], roster: Roster, asOf: number): Greeting[] =>
  days.flatMap(({ day, cadrePosts, speakers }) =>
    [
      ...cadrePosts.filter(isGreeting),
      ...speakers.flatMap(({ personId, posts }) =>
        posts.filter(isGreeting).map(({ at }) => ({ at, byId: personId })),
      ),
    ]
      .filter(({ byId, at }) => at <= asOf && voiceOf(roster, byId) !== 'bot')
      .map(({ at, byId }) => ({ day: dayNumberOf(day), at, byId })),
  );

const isGreeting = ({ said }: { said: Said }): boolean => said === 'greeting';

/** Who spoke up after a burst, once a day. 收到 is no response, as in M6. */
export function gatherSpokeUp(days: readonly GroupDay[], bursts: readonly Burst[], asOf: number): SpokeUp[] {
  const reach = THRESHOLDS.oneWay.echoTurnMinutes * MINUTE_MS;
  const follows = (at: number): boolean => {
    const burst = lastBefore(bursts, at);
    return burst !== undefined && at <= asOf && at - burst.endAt <= reach;
  };
  return days.flatMap(({ day, speakers }) =>
    speakers
      .filter(({ voice }) => isOfMembers(voice))
      .filter(({ posts }) => posts.some(({ at, said }) => isSubstantive(said) && follows(at)))
      .map(({ personId }) => ({ day: dayNumberOf(day), personId })),
  );
}

/** Days on which members posted anything at all. */
export const gatherVolumes = (days: readonly GroupDay[], asOf: number): DayVolume[] =>
  days.flatMap(({ day, speakers }) => {
    let [posts, filler] = [0, 0];
    for (const speaker of speakers) {
      if (!isOfMembers(speaker.voice)) continue;
      for (const { at, said } of speaker.posts) {
        if (at > asOf) continue;
        posts++;
        if (said === 'filler') filler++;
      }
    }
    return posts > 0 ? [{ day: dayNumberOf(day), posts, filler }] : [];
  });

/** The first day of everybody who posted anything; cadres and bots are no speakers of a row. */
export function gatherFirstHeard(days: readonly GroupDay[], asOf: number): Map<string, number> {
  const first = new Map<string, number>();
  for (const { day, speakers } of days) {
    const number = dayNumberOf(day);
    for (const { personId, posts } of speakers) {
      if (!first.has(personId) && posts.some(({ at }) => at <= asOf)) first.set(personId, number);
    }
  }
  return first;
}
