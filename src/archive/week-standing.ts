import type { GroupHistory } from '../analysis/group-history.ts';
import { isFailure } from '../errors.ts';
import { apply, openedTicket, type Ticket } from '../ticket.ts';
import type { TicketLog } from './ticket-logs.ts';

/** What a log says up to a moment, past acts that do not fit: other programs keep looser logs. */
export function ticketAt({ opening, events }: TicketLog, at: Date): Ticket {
  let ticket = openedTicket(opening);
  for (const event of events) {
    if (event.at > at) return ticket;
    try {
      ticket = apply(ticket, event);
    } catch (error) {
      if (!isFailure(error, 'refusal')) throw error;
    }
  }
  return ticket;
}

const isOpen = ({ state }: Ticket): boolean =>
  state === 'open' || state === 'accepted' || state === 'waiting';

/** The topic without the names of those concerned: a digest names nobody. */
function withoutNames(
  { topic, requesterId, assigneeId }: Ticket,
  nameOf: ReadonlyMap<string, string>,
): string {
  return [requesterId, assigneeId ?? '']
    .map(id => nameOf.get(id) ?? '')
    .filter(name => name.length > 1)
    .reduce((text, name) => text.replaceAll(name, '…'), topic);
}

/** Tickets of some groups that wait for somebody at a moment, and those of them past their limit. */
export function openTicketsAt(
  histories: readonly GroupHistory[],
  at: Date,
  nameOf: ReadonlyMap<string, string>,
) {
  const open = histories
    .flatMap(history => history.tickets)
    .filter(({ opening }) => opening.openedAt <= at)
    .map(log => ticketAt(log, at))
    .filter(isOpen);
  const overdue = open
    .filter(ticket => ticket.dueAt < at)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .map(ticket => ({
      number: ticket.number,
      topic: withoutNames(ticket, nameOf),
      overdueMs: at.getTime() - ticket.dueAt.getTime(),
    }));
  return { open: open.length, overdue };
}

/** Group → the people whose ticket was confirmed from `from` up to `to`. */
export function confirmedBetween(histories: readonly GroupHistory[], from: Date, to: Date) {
  const isIn = ({ opening, events }: TicketLog) =>
    events.some(
      ({ act, byId, at }) =>
        act === 'confirm' && at >= from && at < to && (byId ?? opening.requesterId) === opening.requesterId,
    );
  return new Map(
    histories.map(({ group, tickets }) => [
      group.id,
      new Set(tickets.filter(isIn).map(({ opening }) => opening.requesterId)),
    ]),
  );
}

/** Distinct people who got a person's sure answer, or whose ticket was confirmed, from `from` up to `to`. */
export function helpedBetween(histories: readonly GroupHistory[], from: Date, to: Date): number {
  const helped = new Set([...confirmedBetween(histories, from, to).values()].flatMap(people => [...people]));
  for (const { days } of histories) {
    const askers = new Map(days.flatMap(day => day.needs.map(need => [need.messageId, need.byId] as const)));
    for (const reply of days.flatMap(day => day.replies)) {
      const asker = askers.get(reply.toMessageId ?? '');
      const isIn = reply.at >= from.getTime() && reply.at < to.getTime();
      if (!isIn || asker === undefined || asker === reply.byId) continue;
      if (reply.isHelpful && reply.voice !== 'bot' && reply.confidence >= 0.9) helped.add(asker);
    }
  }
  return helped.size;
}
