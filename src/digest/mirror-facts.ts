import { type GroupDay, SURE } from '../analysis/group-day.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { reachedPairs } from '../analysis/measures/m08-direct-contact.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { type Timeline, timelineOf } from '../analysis/timeline.ts';
import { coverageOf, lastDayAt, windowEnding } from '../analysis/window.ts';
import { durationsOf } from '../ticket/durations.ts';
import type { Ticket, TicketLog } from '../ticket.ts';
import { DAY_MS, HOUR_MS, mondayOf, startOfDay } from '../time.ts';
import { endOfWeek } from './gather-input.ts';
import type { Mirror } from './mirror.ts';
import { ticketAt } from './ticket-at.ts';
import type { WeekSpan } from './week-rows.ts';

/** All that a cadre's mirror is made of. */
export interface MirrorSources {
  cadreId: string;
  week: string;
  /** Of the groups the cadre answers for. */
  histories: readonly GroupHistory[];
  /** Members on the cadre's list when the week ended. */
  linkedIds: readonly string[];
  /** Members the cadre met or called in the 90 days up to then, by their own word. */
  metIds: readonly string[];
  unanswered: Mirror['unanswered'];
}

const isIn = (at: number, { from, to }: WeekSpan): boolean => at >= from.getTime() && at < to.getTime();

/** Whom the cadre surely answered in the week; what is answered may be a month old. */
function answeredInGroup(days: readonly GroupDay[], cadreId: string, span: WeekSpan): string[] {
  const askers = new Map(days.flatMap(day => day.needs.map(need => [need.messageId, need.byId] as const)));
  return days
    .flatMap(day => day.replies)
    .filter(reply => reply.byId === cadreId && reply.confidence >= SURE && reply.isHelpful)
    .filter(reply => isIn(reply.at, span))
    .flatMap(reply => askers.get(reply.toMessageId ?? '') ?? [])
    .filter(askerId => askerId !== cadreId);
}

/** Whose ticket the cadre answered or closed in the week. */
const answeredByTicket = (logs: readonly TicketLog[], cadreId: string, span: WeekSpan): string[] =>
  logs
    .filter(({ events }) =>
      events.some(
        ({ act, byId, at }) =>
          byId === cadreId && (act === 'answer' || act === 'close') && isIn(at.getTime(), span),
      ),
    )
    .map(({ opening }) => opening.requesterId);

interface OnHand {
  ticket: Ticket;
  log: TicketLog;
}

/** The cadre's tickets that were worked on in the week: still open at its end, or ended within it. */
function onHandIn(logs: readonly TicketLog[], cadreId: string, span: WeekSpan): OnHand[] {
  const end = new Date(span.to.getTime() - 1);
  return logs
    .filter(({ opening }) => opening.openedAt <= end)
    .map(log => ({ ticket: ticketAt(log, end), log }))
    .filter(({ ticket }) => ticket.assigneeId === cadreId && ticket.duplicateOf === null)
    .filter(({ ticket, log }) => {
      const isOpen = ticket.state === 'open' || ticket.state === 'accepted' || ticket.state === 'waiting';
      const ended = [...log.events].reverse().find(({ at }) => at <= end)?.at ?? ticket.openedAt;
      return isOpen || (ticket.state !== 'withdrawn' && ended >= span.from);
    });
}

/** Mean working hours to the first act, of tickets opened in the week. */
function averageHoursOf(onHand: readonly OnHand[], span: WeekSpan): number | null {
  const lengths = onHand
    .filter(({ ticket }) => isIn(ticket.openedAt.getTime(), span))
    .flatMap(({ log }) => durationsOf(log.events.filter(({ at }) => at < span.to)).response?.workingMs ?? []);
  return lengths.length > 0 ? lengths.reduce((sum, ms) => sum + ms, 0) / lengths.length / HOUR_MS : null;
}

/** 0-1: how much of a span was seen in all of these groups together; null without a group. */
function seenShare(timelines: readonly Timeline[], from: number, to: number): number | null {
  if (timelines.length === 0) return null;
  const last = lastDayAt(new Date(to));
  const shares = timelines.map(timeline => coverageOf({ ...windowEnding(timeline, last), from, to }));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Whose matter the cadre brought to an end that the member confirmed: words went both ways, by the desk. */
const solvedFor = (logs: readonly TicketLog[], cadreId: string, span: WeekSpan): string[] =>
  logs.flatMap(({ opening: { requesterId }, events }) => {
    const isConfirmed = events.some(
      ({ act, byId, at }) => act === 'confirm' && byId === requesterId && isIn(at.getTime(), span),
    );
    const isTheirs = events.some(({ act, byId }) => act === 'close' && byId === cadreId);
    return isConfirmed && isTheirs ? [requesterId] : [];
  });

/** 名册 and 真正说上话的; null when nobody is linked, and the second unknown where too little was seen. */
function contactOf(sources: MirrorSources, timelines: readonly Timeline[], end: number): Mirror['contact'] {
  const { cadreId, linkedIds, metIds } = sources;
  const linked = new Set(linkedIds);
  if (linked.size === 0) return null;
  const since = end - THRESHOLDS.contact.days * DAY_MS;
  const seen = seenShare(timelines, since, end);
  if (seen !== null && seen < THRESHOLDS.unknown.leastCoverage) return { linked: linked.size, reached: null };
  const logs = sources.histories.flatMap(history => history.tickets);
  const span = { from: new Date(since), to: new Date(end + 1) };
  const reached = new Set([...metIds, ...solvedFor(logs, cadreId, span)]);
  for (const timeline of timelines) {
    for (const pair of reachedPairs(windowEnding(timeline, lastDayAt(new Date(end)))))
      if (pair.startsWith(`${cadreId} `)) reached.add(pair.slice(cadreId.length + 1));
  }
  return { linked: linked.size, reached: [...reached].filter(id => linked.has(id)).length };
}

/** A cadre's own week as it ended; null where the cadre has neither a group nor a linked member. */
export function mirrorOf(sources: MirrorSources): Mirror | null {
  const { cadreId, week, histories, linkedIds, unanswered } = sources;
  if (histories.length === 0 && linkedIds.length === 0) return null;
  const span = { from: startOfDay(mondayOf(week)), to: endOfWeek(week) };
  const end = span.to.getTime() - 1;
  const timelines = histories.map(history => timelineOf(history, new Date(end)));
  const days = histories.map(history => history.days);
  const logs = histories.flatMap(history => history.tickets);
  const onHand = onHandIn(logs, cadreId, span);
  const needs = days.flat().flatMap(day => day.needs);
  const seen = seenShare(timelines, span.from.getTime(), end);
  return {
    week,
    askers: new Set(needs.filter(need => isIn(need.at, span)).map(need => need.byId)).size,
    answered: new Set([
      ...days.flatMap(own => answeredInGroup(own, cadreId, span)),
      ...answeredByTicket(logs, cadreId, span),
    ]).size,
    tickets: onHand.length,
    solved: onHand.filter(({ ticket }) => ticket.state === 'confirmed').length,
    averageHours: averageHoursOf(onHand, span),
    unanswered,
    contact: contactOf(sources, timelines, end),
    isPartial: seen !== null && seen < THRESHOLDS.unknown.leastCoverage,
  };
}
