import type { TicketEvent } from '../src/ticket.ts';
import { isOnDesk } from '../src/ticket.ts';
import type { Db } from './connect.ts';
import { groupIdsOfCadre } from './groups.ts';
import { keptFromIds } from './kept-from.ts';
import type { StandIn } from './stand-ins.ts';
import { addTicketEvent, eventsOf, openTicketsOfCadre, type PlacedTicket } from './tickets.ts';

/** Puts tickets into other hands by program, with one event each; those that were handed on. */
export async function handOver(
  tx: Db,
  tickets: readonly PlacedTicket[],
  to: { toId: string; at: Date; trace: string },
): Promise<PlacedTicket[]> {
  const handed: PlacedTicket[] = [];
  for (const ticket of tickets) {
    if (
      !isOnDesk(ticket) ||
      ticket.assigneeId === to.toId ||
      (await keptFromIds(tx, ticket)).includes(to.toId)
    )
      continue;
    const act = { at: to.at, byId: null, act: 'assign' as const, data: { toId: to.toId } };
    handed.push(await addTicketEvent(tx, ticket, act, to.trace));
  }
  return handed;
}

/** Whose it was when it came to the stand-in during that time; null when it did not. */
function cameFrom(events: readonly TicketEvent[], { standInId, fromAt }: StandIn): string | null {
  let holder: string | null = null;
  let from: string | null = null;
  for (const { act, at, byId, data } of events) {
    const next = act === 'open' ? (data.opened?.assigneeId ?? null) : act === 'accept' ? byId : data.toId;
    if (act !== 'open' && act !== 'accept' && act !== 'assign' && act !== 'transfer') continue;
    if (act === 'assign' && at >= fromAt && next === standInId) from = holder;
    else if (act !== 'accept') from = null;
    holder = next ?? null;
  }
  return from;
}

/** What the stand-in did to it since counts as taking it on. */
const isTakenOn = (events: readonly TicketEvent[], { standInId, fromAt }: StandIn): boolean =>
  events.some(({ byId, at }) => byId === standInId && at >= fromAt);

/**
 * The end of a stand-in: what was not taken on goes back to the cadre, opened in their groups meanwhile or handed over
 * from them; what was taken on stays (首接负责).
 */
export async function giveBack(
  tx: Db,
  standIn: StandIn,
  now: Date,
  trace: string,
): Promise<{ back: PlacedTicket[]; kept: PlacedTicket[] }> {
  const { cadreId, standInId, fromAt } = standIn;
  const own = await groupIdsOfCadre(tx, standInId);
  const theirs = (await groupIdsOfCadre(tx, cadreId)).filter(id => !own.includes(id));
  const back: PlacedTicket[] = [];
  const kept: PlacedTicket[] = [];
  for (const ticket of await openTicketsOfCadre(tx, standInId)) {
    const events = await eventsOf(tx, ticket);
    const isNew = theirs.includes(ticket.groupId) && ticket.openedAt >= fromAt;
    if (!isNew && cameFrom(events, standIn) !== cadreId) continue;
    (isTakenOn(events, standIn) ? kept : back).push(ticket);
  }
  return { back: await handOver(tx, back, { toId: cadreId, at: now, trace }), kept };
}
