import { withMemory } from '../remembered.ts';
import { type Burst, gatherBursts, hearEchoes } from './bursts.ts';
import { dayNumberAt, dayNumberOf, startOfDayNumber } from './day-number.ts';
import { type Exchange, gatherExchanges } from './exchanges.ts';
import { type CadrePost, type GroupDay, type Reply, SURE } from './group-day.ts';
import type { DeclaredHistory, GroupHistory } from './group-history.ts';
import {
  type DayVolume,
  type Greeting,
  gatherFirstHeard,
  gatherGreetings,
  gatherSpokeUp,
  gatherVolumes,
  type SpokeUp,
} from './heard-days.ts';
import { createLikenesses } from './likeness.ts';
import { gatherMemberPosts, type MemberPosts } from './member-posts.ts';
import { gatherNeeds, type TimelineNeed } from './needs.ts';
import { type Roster, rosterOf, voiceOf } from './roster.ts';
import { isSubstantive } from './said.ts';

/**
 * A post of a cadre. It counts in a window when it is substantive and either answers somebody or its last
 * near-duplicate by the same person (`previousDay`) lies before the window.
 */
export interface TimelinePost extends CadrePost {
  day: number;
  isSubstantive: boolean;
  previousDay: number;
}

/** One group's history made ready for windows: ordered, cut at `asOf`, near-duplicates linked. */
export interface Timeline {
  history: DeclaredHistory;
  asOf: number;
  roster: Roster;
  /** Somebody is known to stand for this group. */
  hasCadre: boolean;
  /** UTC ms of the first thing ever known of the group; infinite while nothing is. */
  firstSignAt: number;
  cadrePosts: TimelinePost[];
  bursts: Burst[];
  memberPosts: MemberPosts;
  needs: TimelineNeed[];
  /** People's replies that name somebody, and the cadres' sure answers. */
  replies: TimelineReply[];
  exchanges: Exchange[];
  greetings: Greeting[];
  spokeUp: SpokeUp[];
  volumes: DayVolume[];
  /** The day on which each person but cadres and bots first posted anything. */
  firstHeard: Pick<ReadonlyMap<string, number>, 'get'>;
  /** Spans during which the bot was online, in order and without overlap. */
  observed: { from: number; to: number }[];
  /** When each person was last surely answered before the first of these needs; null where these are all. */
  servedBefore: ReadonlyMap<string, number> | null;
  /** The message's own id behind what stands in these rows for it. */
  messageIdOf(reference: string): string;
}

/** A reply as far as windows ask for it. */
export type TimelineReply = Pick<
  Reply,
  'messageId' | 'byId' | 'voice' | 'at' | 'toMessageId' | 'toIds' | 'confidence'
> & { day: number };

function gatherCadrePosts(days: readonly GroupDay[], asOf: number): TimelinePost[] {
  const previousDayOf = createLikenesses();
  return days.flatMap(row =>
    row.cadrePosts
      .filter(post => post.at <= asOf)
      .map(post => {
        const day = dayNumberOf(row.day);
        const previousDay = previousDayOf(post.byId, post, day);
        return { ...post, day, isSubstantive: isSubstantive(post.said), previousDay };
      }),
  );
}

/** Two bots in one group, or a heartbeat a minute, are one observation where they touch. */
function joinObservations(history: GroupHistory, asOf: number): { from: number; to: number }[] {
  const spans = history.observations
    .map(span => ({ from: span.from.getTime(), to: Math.min(span.to.getTime(), asOf) }))
    .filter(span => span.to > span.from)
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

const isLookedAt = ({ voice, toIds, confidence, byId }: Reply, roster: Roster): boolean =>
  (voice !== 'bot' && toIds.length > 0) || (confidence >= SURE && voiceOf(roster, byId) === 'cadre');

/** Makes a history ready; nothing after `asOf` is seen. */
export function timelineOf(history: GroupHistory, asOf: Date): Timeline {
  const until = asOf.getTime();
  const roster = rosterOf(history);
  const days = [...history.days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const replies = days
    .flatMap(row => row.replies)
    .filter(reply => reply.at <= until)
    .map(reply => ({ ...reply, day: dayNumberAt(reply.at) }));
  const cadrePosts = gatherCadrePosts(days, until);
  const bursts = gatherBursts(cadrePosts);
  hearEchoes(bursts, days, roster);
  const needs = gatherNeeds(history, days, replies, until);
  const memberPosts = gatherMemberPosts(days, until);
  const observed = joinObservations(history, until);
  return withMemory({
    history,
    asOf: until,
    roster,
    hasCadre: [...roster.values()].includes('cadre'),
    firstSignAt: Math.min(
      observed[0]?.from ?? Number.POSITIVE_INFINITY,
      cadrePosts[0]?.at ?? Number.POSITIVE_INFINITY,
      needs[0]?.at ?? Number.POSITIVE_INFINITY,
      startOfDayNumber(memberPosts.firstDay),
    ),
    cadrePosts,
    bursts,
    memberPosts,
    needs,
    replies: replies.filter(reply => isLookedAt(reply, roster)),
    exchanges: gatherExchanges(replies, [...needs, ...cadrePosts], roster),
    greetings: gatherGreetings(days, roster, until),
    spokeUp: gatherSpokeUp(days, bursts, until),
    volumes: gatherVolumes(days, until),
    firstHeard: gatherFirstHeard(days, until),
    observed,
    servedBefore: null,
    messageIdOf: id => id,
  });
}
