import { isOfMembers, voiceOf } from '../roster.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, rowsWithin } from '../window.ts';
import { measureActivity } from './m03-activity.ts';

/** M6 单向: notices go out and nobody answers. */
export type OneWay = {
  cadrePosts: number;
  memberMessages: number;
  /** Cadre posts ÷ (cadre posts + substantive member messages); null when nobody spoke. */
  share: number | null;
  bursts: number;
  echoedBursts: number;
  /** Null without a burst. */
  echo: number | null;
  isOneWay: boolean;
};

export function measureOneWay(window: GroupWindow, activity = measureActivity(window)): OneWay {
  const { timeline, firstDay, lastDay, to } = window;
  const cadrePosts = rowsWithin(timeline.cadrePosts, firstDay, lastDay).length;
  const bursts = rowsWithin(timeline.bursts, firstDay, lastDay);
  const echoedBursts = bursts.filter(burst => burst.echoedAt !== null && burst.echoedAt <= to).length;
  const posts = cadrePosts + activity.messages;
  const share = posts > 0 ? cadrePosts / posts : null;
  const echo = bursts.length > 0 ? echoedBursts / bursts.length : null;
  const limit = THRESHOLDS.oneWay;
  const isOneWay =
    share !== null &&
    echo !== null &&
    share >= limit.share &&
    echo < limit.echo &&
    bursts.length >= limit.bursts;
  return {
    cadrePosts,
    memberMessages: activity.messages,
    share,
    bursts: bursts.length,
    echoedBursts,
    echo,
    isOneWay,
  };
}

/** Sure answers and mentions between cadres and members, counted each way. */
export function exchangesIn({ timeline, firstDay, lastDay }: GroupWindow): {
  toMembers: number;
  toCadres: number;
} {
  let [toMembers, toCadres] = [0, 0];
  for (const { fromId, toId } of rowsWithin(timeline.exchanges, firstDay, lastDay)) {
    const [from, to] = [voiceOf(timeline.roster, fromId), voiceOf(timeline.roster, toId)];
    if (from === 'cadre' && isOfMembers(to)) toMembers++;
    if (to === 'cadre' && isOfMembers(from)) toCadres++;
  }
  return { toMembers, toCadres };
}

/** ρ = 2·min(cadre→member, member→cadre) ÷ both: 1 when words go both ways alike; null when none do. Shown only. */
export function reciprocityOf({ toMembers, toCadres }: ReturnType<typeof exchangesIn>): number | null {
  const both = toMembers + toCadres;
  return both > 0 ? (2 * Math.min(toMembers, toCadres)) / both : null;
}
