import { ratedCadreId } from '../src/ticket/rated-cadre.ts';
import type { Db } from './connect.ts';
import { eventsOf, type PlacedTicket, ticketByNumber } from './tickets.ts';

/** The number of the ticket a call-back is about. */
const ratedNumber = (about: string | null): number => Number(/^ticket\/(\d+)$/.exec(about ?? '')?.[1] ?? 0);

/** Whom a ticket is kept from, whatever else they may: the rated one from the call-back after their rating. */
export async function keptFromIds(
  db: Db,
  { kind, about, openedAt }: Pick<PlacedTicket, 'kind' | 'about' | 'openedAt'>,
): Promise<string[]> {
  const rated = kind === 'call-back' ? await ticketByNumber(db, ratedNumber(about)) : null;
  if (!rated) return [];
  const events = await eventsOf(db, rated);
  const rating = events.findLast(event => event.act === 'rate' && event.at <= openedAt);
  const cadreId = rating ? ratedCadreId(events, rating.seq, rated.assigneeId) : null;
  return cadreId ? [cadreId] : [];
}
