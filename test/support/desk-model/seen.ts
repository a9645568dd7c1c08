import { isDeepStrictEqual } from 'node:util';
import type { Db } from '../../../db/connect.ts';
import { outbox, ticketEvents, tickets } from '../../../db/schema.ts';
import type { Desk, RefTicket } from './ref-ticket.ts';

type TicketRow = typeof tickets.$inferSelect;
type EventRow = typeof ticketEvents.$inferSelect;
export type OutboxRow = typeof outbox.$inferSelect;

/** The desk as the database has it. */
export interface Seen {
  rows: readonly TicketRow[];
  events: readonly EventRow[];
}

export async function lookAt(db: Db): Promise<Seen> {
  const [rows, events] = await Promise.all([
    db.select().from(tickets).orderBy(tickets.number),
    db.select().from(ticketEvents).orderBy(ticketEvents.ticketId, ticketEvents.seq),
  ]);
  return { rows, events };
}

export const outboxRows = (db: Db): Promise<OutboxRow[]> => db.select().from(outbox);

/** Seen by a leader, and answers noticed in talk, are not among the acts the reference counts. */
const isCounted = ({ byId, act }: EventRow): boolean =>
  byId !== null && act !== 'acknowledge' && act !== 'answer';

const asReference = (row: TicketRow, events: readonly EventRow[]): RefTicket => ({
  number: row.number,
  kind: row.kind,
  group: row.groupId,
  requester: row.requesterId,
  has: row.assigneeId,
  state: row.state,
  reopened: row.reopenedTimes,
  transfers: row.transferredTimes,
  extended: row.extendedTimes,
  stars: row.stars,
  follows: row.duplicateOf,
  acts: events.filter(event => event.ticketId === row.id && isCounted(event)).length,
});

const shown = ({
  number,
  kind,
  group,
  requester,
  has,
  state,
  reopened,
  transfers,
  extended,
  stars,
  follows,
  acts,
}: RefTicket): RefTicket => ({
  ...{ number, kind, group, requester, has, state },
  ...{ reopened, transfers, extended, stars, follows, acts },
});

/** Where the database and the reference differ, ticket by ticket; empty when they agree. */
export function differences(seen: Seen, desk: Desk): string[] {
  const found = new Map(seen.rows.map(row => [row.number, asReference(row, seen.events)]));
  const numbers = new Set([...found.keys(), ...desk.keys()]);
  return [...numbers].flatMap(number => {
    const row = found.get(number) ?? null;
    const ref = desk.get(number);
    const expected = ref ? shown(ref) : null;
    if (isDeepStrictEqual(row, expected)) return [];
    return [
      `第${number}件 in the database ${JSON.stringify(row)}, by the reference ${JSON.stringify(expected)}`,
    ];
  });
}

/** How many events there are, answers noticed in talk apart: a refused word adds none. */
export const eventCount = ({ events }: Seen): number => events.filter(({ act }) => act !== 'answer').length;
