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
