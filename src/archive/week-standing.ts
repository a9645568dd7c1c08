import type { GroupHistory } from '../analysis/group-history.ts';
import { isFailure } from '../errors.ts';
import { apply, openedTicket, type Ticket, type TicketLog } from '../ticket.ts';

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
