import { type Burst, gatherBursts, hearEchoes } from './bursts.ts';
import { dayNumberAt, dayNumberOf } from './day-number.ts';
import type { CadrePost, GroupDay, Reply } from './group-day.ts';
import type { GroupHistory } from './group-history.ts';
import { gatherNeeds, type TimelineNeed } from './needs.ts';
import { isOfMembers, type Roster, rosterOf } from './roster.ts';
import { isSubstantive, type Said } from './said.ts';

/** Of a post that no earlier one is like. */
export const NEVER = -1e9;

/**
 * A post of a cadre. It counts in a window when it is substantive and either answers somebody or its last
 * near-duplicate by the same person (`previousDay`) lies before the window.
 */
export interface TimelinePost extends CadrePost {
  day: number;
  isSubstantive: boolean;
  previousDay: number;
}

/** Everybody's counted messages but the cadres', side by side in order of days: plain numbers, for speed. */
export interface MemberPosts {
  days: Int32Array;
  /** Index into `people`. */
  speakers: Int32Array;
  previousDays: Int32Array;
  people: string[];
}

/** One reply between two people who are both known. */
export interface Exchange {
  at: number;
  day: number;
  fromId: string;
  toId: string;
}

/** One group's history made ready for windows: ordered, cut at `asOf`, near-duplicates linked. */
export interface Timeline {
  history: GroupHistory;
  asOf: number;
  roster: Roster;
  /** Somebody is known to stand for this group. */
  hasCadre: boolean;
  cadrePosts: TimelinePost[];
  bursts: Burst[];
  memberPosts: MemberPosts;
  needs: TimelineNeed[];
  replies: (Reply & { day: number })[];
  exchanges: Exchange[];
  /** Spans during which the bot was online, in order and without overlap. */
  observed: { from: number; to: number }[];
}

/** All greetings of a person are alike; what answers somebody is like nothing. */
function likenessOf(personId: string, said: Said, fingerprint: string | null): string | null {
  if (said === 'greeting') return `${personId} greeting`;
  return said === 'words' && fingerprint !== null ? `${personId} ${fingerprint}` : null;
}

/** Hands out, in order of time, the day of a person's last post like this one. */
function createLikenesses() {
  const lastDay = new Map<string, number>();
  return (key: string | null, day: number): number => {
    if (key === null) return NEVER;
    const previous = lastDay.get(key) ?? NEVER;
    lastDay.set(key, day);
    return previous;
  };
}

function gatherCadrePosts(days: readonly GroupDay[], asOf: number): TimelinePost[] {
  const previousDayOf = createLikenesses();
  return days.flatMap(row =>
    row.cadrePosts
      .filter(post => post.at <= asOf)
      .map(post => {
        const day = dayNumberOf(row.day);
        const previousDay = previousDayOf(likenessOf(post.byId, post.said, post.fingerprint), day);
        return { ...post, day, isSubstantive: isSubstantive(post.said), previousDay };
      }),
  );
}

function gatherMemberPosts(days: readonly GroupDay[], asOf: number): MemberPosts {
  const previousDayOf = createLikenesses();
  const indexOf = new Map<string, number>();
  const [posted, speakers, previousDays]: [number[], number[], number[]] = [[], [], []];
  for (const row of days) {
    const day = dayNumberOf(row.day);
    for (const { personId, voice, posts } of row.speakers) {
      if (!isOfMembers(voice)) continue;
      for (const post of posts) {
        if (post.at > asOf || !isSubstantive(post.said)) continue;
        const index = indexOf.get(personId) ?? indexOf.size;
        indexOf.set(personId, index);
        posted.push(day);
        speakers.push(index);
        previousDays.push(previousDayOf(likenessOf(personId, post.said, post.fingerprint), day));
      }
    }
  }
  return {
    days: Int32Array.from(posted),
    speakers: Int32Array.from(speakers),
    previousDays: Int32Array.from(previousDays),
    people: [...indexOf.keys()],
  };
}

function gatherExchanges(
  replies: readonly (Reply & { day: number })[],
  needs: readonly TimelineNeed[],
  posts: readonly TimelinePost[],
): Exchange[] {
  const authors = new Map<string, string>();
  for (const { messageId, byId } of needs) authors.set(messageId, byId);
  for (const { messageId, byId } of posts) authors.set(messageId, byId);
  const seen = new Set<string>();
  return replies.flatMap(reply => {
    const author = authors.get(reply.toMessageId ?? '');
    const toIds = reply.confidence < 0.9 ? [] : author ? [author, ...reply.toIds] : reply.toIds;
    return toIds.flatMap(toId => {
      const key = `${reply.messageId} ${toId}`;
      if (seen.has(key) || toId === reply.byId) return [];
      seen.add(key);
      return [{ at: reply.at, day: reply.day, fromId: reply.byId, toId }];
    });
  });
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
  return {
    history,
    asOf: until,
    roster,
    hasCadre: [...roster.values()].includes('cadre'),
    cadrePosts,
    bursts,
    memberPosts: gatherMemberPosts(days, until),
    needs,
    replies,
    exchanges: gatherExchanges(replies, needs, cadrePosts),
    observed: joinObservations(history, until),
  };
}
