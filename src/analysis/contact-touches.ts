import { DAY_MS, HOUR_MS } from '../time.ts';
import { dayNumberAt } from './day-number.ts';
import { SURE } from './group-day.ts';
import type { Hears } from './member-words.ts';
import { isOfMembers, voiceOf } from './roster.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { TimelineReply } from './timeline.ts';
import { type GroupWindow, rowsWithin } from './window.ts';

/** A cadre turning to a member unasked, or a logged visit or call. */
export interface Touch {
  /** The same touch told twice has the same key. */
  key: string;
  cadreId: string;
  personId: string;
  at: number;
  isAcknowledged: boolean;
}

const { followUpDays } = THRESHOLDS.shallowTouch;
/** How long a touch waits for a second one, or for the member's word (F16: no follow-up in 14 days). */
export const FOLLOW_UP_MS = followUpDays * DAY_MS;

type Said = { byId: string; at: number };

/**
 * The people a reply turns to without answering them. It answers the author of what it quotes for as long as their
 * need is young; where that author is not known, it answers everybody it speaks to.
 */
function unaskedBy(reply: TimelineReply, known: ReadonlyMap<string, Said>): string[] {
  if (reply.toMessageId === null) return reply.toIds;
  const quoted = known.get(reply.toMessageId);
  if (!quoted) return [];
  const isYoung = reply.at - quoted.at <= FOLLOW_UP_MS;
  return [...reply.toIds, quoted.byId].filter(personId => personId !== quoted.byId || !isYoung);
}

/** Messages by which cadres turned to members; one that answers somebody in another of its rows is no touch of them. */
function spokenTouches({ timeline, firstDay, lastDay }: GroupWindow): Touch[] {
  const posts = rowsWithin(timeline.cadrePosts, firstDay - 2 * followUpDays, lastDay);
  const known = new Map<string, Said>([...timeline.needs, ...posts].map(said => [said.messageId, said]));
  const touches = new Map<string, Touch>();
  const answered = new Set<string>();
  for (const reply of rowsWithin(timeline.replies, firstDay - followUpDays, lastDay)) {
    const { messageId, byId, at, toIds, toMessageId } = reply;
    if (reply.confidence < SURE || voiceOf(timeline.roster, byId) !== 'cadre') continue;
    const unasked = unaskedBy(reply, known);
    const addressed = [...toIds, known.get(toMessageId ?? '')?.byId ?? byId];
    for (const personId of addressed) {
      const key = `${messageId} ${personId}`;
      if (unasked.includes(personId))
        touches.set(key, { key, cadreId: byId, personId, at, isAcknowledged: false });
      else answered.add(key);
    }
  }
  return [...touches.values()].filter(({ key }) => !answered.has(key));
}

/** Visits and calls; two a day of the same pair are one, as in M2. */
function loggedTouches({ timeline, firstDay, to }: GroupWindow): Touch[] {
  const touches = new Map<string, Touch>();
  for (const { cadreId, personId, way, at, acknowledged } of timeline.history.contacts) {
    const [ms, day] = [at.getTime(), dayNumberAt(at.getTime())];
    if (ms > to || day < firstDay - followUpDays || voiceOf(timeline.roster, cadreId) !== 'cadre') continue;
    const key = `${way} ${day} ${cadreId} ${personId}`;
    const known = touches.get(key);
    touches.set(key, {
      key,
      cadreId,
      personId,
      at: Math.min(ms, known?.at ?? ms),
      isAcknowledged: acknowledged || (known?.isAcknowledged ?? false),
    });
  }
  return [...touches.values()];
}

/** A word of welcome to somebody who has just joined (M15) begins no contact. */
function welcomesOf({ timeline }: GroupWindow): (touch: Touch) => boolean {
  const joined = new Map<string, number[]>();
  for (const { personId, joinedAt } of timeline.history.members) {
    if (joinedAt) joined.set(personId, [...(joined.get(personId) ?? []), joinedAt.getTime()]);
  }
  const reach = THRESHOLDS.newcomers.greetedHours * HOUR_MS;
  return ({ personId, at }) =>
    (joined.get(personId) ?? []).some(joinedAt => at >= joinedAt && at - joinedAt <= reach);
}

/** Every touch of the window and of the 14 days before it, in no order; what answers a member's word of 14 days is none. */
export function touchesOf(window: GroupWindow, hears: Hears): Touch[] {
  const unasked = spokenTouches(window);
  const isWelcome = unasked.length > 0 ? welcomesOf(window) : () => false;
  const spoken = unasked.filter(
    touch => touch.at <= window.to && !isWelcome(touch) && !hears(touch, touch.at - FOLLOW_UP_MS, touch.at),
  );
  return [...spoken, ...loggedTouches(window)].filter(({ personId }) =>
    isOfMembers(voiceOf(window.timeline.roster, personId)),
  );
}
