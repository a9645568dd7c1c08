import { HOUR_MS, MINUTE_MS } from '../time.ts';
import type { GroupDay } from './group-day.ts';
import { isOfMembers, type Roster, voiceOf } from './roster.ts';
import { isSubstantive } from './said.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Cadre posts at most ten minutes apart, read as one. */
export interface Burst {
  day: number;
  endAt: number;
  /** When the first member replied within a day, or spoke up just after it; null when none did. */
  echoedAt: number | null;
}

/** A burst with its posts, while echoes are looked for. */
export interface BurstOfPosts extends Burst {
  messageIds: string[];
}

/** Bursts of posts in order of time; each ends with its day at the latest, so that no later post changes a finished day. */
export function gatherBursts(
  posts: readonly { messageId: string; at: number; day: number }[],
): BurstOfPosts[] {
  const bursts: BurstOfPosts[] = [];
  for (const post of posts) {
    const last = bursts.at(-1);
    if (last?.day === post.day && post.at - last.endAt <= THRESHOLDS.oneWay.burstMinutes * MINUTE_MS) {
      last.endAt = post.at;
      last.messageIds.push(post.messageId);
    } else bursts.push({ day: post.day, messageIds: [post.messageId], endAt: post.at, echoedAt: null });
  }
  return bursts;
}

/** The last burst that was over at a moment. */
export function lastBefore(bursts: readonly Burst[], at: number): Burst | undefined {
  let [low, high] = [0, bursts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bursts[middle]?.endAt ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return bursts[low - 1];
}

function mark(burst: Burst | undefined, at: number, reachMs: number): void {
  if (!burst || at < burst.endAt || at - burst.endAt > reachMs) return;
  if (burst.echoedAt === null || at < burst.echoedAt) burst.echoedAt = at;
}

/**
 * Marks each burst with the first substantive member reply: a quote of one of its posts or a mention of the cadre
 * within a day, or a member's own words within half an hour, as for the turns of attribute.ts.
 */
export function hearEchoes(bursts: readonly BurstOfPosts[], days: readonly GroupDay[], roster: Roster): void {
  const { echoHours, echoTurnMinutes } = THRESHOLDS.oneWay;
  const burstOf = new Map(bursts.flatMap(burst => burst.messageIds.map(id => [id, burst] as const)));
  const before = (at: number) => lastBefore(bursts, at);
  for (const reply of days.flatMap(row => row.replies)) {
    if (!isOfMembers(reply.voice) || !reply.isSubstantive) continue;
    const meansCadre = reply.toIds.some(personId => voiceOf(roster, personId) === 'cadre');
    const burst = burstOf.get(reply.toMessageId ?? '') ?? (meansCadre ? before(reply.at) : undefined);
    mark(burst, reply.at, echoHours * HOUR_MS);
  }
  for (const { speakers } of days) {
    for (const { voice, posts } of speakers) {
      if (!isOfMembers(voice)) continue;
      for (const { at, said } of posts) {
        if (isSubstantive(said)) mark(before(at), at, echoTurnMinutes * MINUTE_MS);
      }
    }
  }
}
