import { keptFromIds } from '../../db/kept-from.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { aboutCallBacks } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';

/** Refuses to hand a ticket to somebody it is kept from. */
export async function refuseKeptFrom({ tx }: Turn, ticket: PlacedTicket, toId: string): Promise<void> {
  if ((await keptFromIds(tx, ticket)).includes(toId))
    throw new Failure('not-allowed', aboutCallBacks.notToThem(ticket.number));
}
