import { and, eq } from 'drizzle-orm';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { isWorkedOn } from '../../src/ticket.ts';
import type { Db } from '../connect.ts';
import { settings, ticketEvents } from '../schema.ts';
import { addTicketEvent, followersOf, type PlacedTicket } from '../tickets.ts';
import type { Owner } from './owner.ts';

/** A ticket whose words went, with the ones that stood behind it and stand alone again. */
export interface ErasedTicket {
  ticket: PlacedTicket;
  wasWorkedOn: boolean;
  freed: readonly PlacedTicket[];
}

/** The log keeps who did what and when: the counts stay. */
async function eraseLog(tx: Db, ticket: PlacedTicket): Promise<void> {
  const where = and(eq(ticketEvents.groupId, ticket.groupId), eq(ticketEvents.ticketId, ticket.id));
  for (const { seq, data } of await tx.select().from(ticketEvents).where(where)) {
    if (data.text === undefined && !data.opened) continue;
    const { text: _, opened, ...rest } = data;
    const erased = opened ? { ...rest, opened: { ...opened, topic: '' } } : rest;
    await tx
      .update(ticketEvents)
      .set({ data: erased })
      .where(and(where, eq(ticketEvents.seq, seq)));
  }
}

/** Other people's tickets that were linked to this one are worked on by themselves again: none is lost with it. */
async function freeFollowers(
  tx: Db,
  ticket: PlacedTicket,
  now: Date,
  trace: string,
): Promise<PlacedTicket[]> {
  const freed: PlacedTicket[] = [];
  for (const follower of await followersOf(tx, ticket.number)) {
    const act = { at: now, byId: null, act: 'unlink' as const, data: {} };
    freed.push(await addTicketEvent(tx, follower, act, trace));
  }
  return freed;
}

/** Takes the words out of everything the person asked for; what was still worked on is withdrawn. */
export async function eraseTickets(tx: Db, { tickets, goneId, now }: Owner): Promise<ErasedTicket[]> {
  const erased: ErasedTicket[] = [];
  const trace = newTrace(now);
  for (const before of tickets.filter(ticket => !ticket.isErased)) {
    const freed = await freeFollowers(tx, before, now, trace);
    const act = { at: now, byId: goneId, act: 'erase' as const, data: {} };
    const ticket = await addTicketEvent(tx, before, act, trace);
    await tx.delete(settings).where(eq(settings.key, keys.letterCode(ticket.id)));
    erased.push({ ticket, wasWorkedOn: isWorkedOn(before), freed });
  }
  for (const ticket of tickets) await eraseLog(tx, ticket);
  return erased;
}
