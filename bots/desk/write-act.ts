import { addTicketEvent, type PlacedTicket } from '../../db/tickets.ts';
import type { TicketAct, TicketEventData } from '../../src/ticket.ts';
import type { Turn } from '../turn.ts';

/** Writes what the person of this turn did to a ticket; `byId` null when the program does it on their word. */
export const writeAct = (
  { tx, now, message, person }: Turn,
  ticket: PlacedTicket,
  act: TicketAct,
  data: TicketEventData = {},
  byId: string | null = person.id,
): Promise<PlacedTicket> => addTicketEvent(tx, ticket, { at: now, byId, act, data }, message.trace);
