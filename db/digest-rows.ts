import { and, eq, gte, inArray, lte, or } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { GroupDay } from '../src/analysis/group-day.ts';
import type { WeekRows } from '../src/digest/week-rows.ts';
import { isOfMember } from '../src/ticket/of-member.ts';
import type { TicketLog } from '../src/ticket.ts';
import { addDays, mondayOf, startOfDay } from '../src/time.ts';
import type { Db } from './connect.ts';
import type { Group } from './groups.ts';
import { cadresOf } from './people.ts';
import { groupDays, ticketEvents, tickets } from './schema.ts';

/** Needs of the month before may be answered in the week. */
const DAYS_BEFORE = 31;
const CHUNK = 200;

/** Ids in lists that one query takes. */
export const chunksOf = <T>(all: readonly T[], size = CHUNK): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

async function daysOf(db: Db, groupIds: readonly string[], week: string): Promise<Map<string, GroupDay[]>> {
  const monday = mondayOf(week);
  const rows = await db
    .select({ groupId: groupDays.groupId, row: groupDays.row })
    .from(groupDays)
    .where(
      and(
        inArray(groupDays.groupId, [...groupIds]),
        eq(groupDays.metrics, METRICS_VERSION),
        gte(groupDays.day, addDays(monday, -DAYS_BEFORE)),
        lte(groupDays.day, addDays(monday, 6)),
      ),
    )
    .orderBy(groupDays.groupId, groupDays.day);
  const byGroup = new Map<string, GroupDay[]>();
  for (const { groupId, row } of rows) byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), row]);
  return byGroup;
}

/** Logs of the tickets that are worked on, or on which something was done since the week began. */
async function logsOf(db: Db, groupIds: readonly string[], week: string): Promise<TicketLog[]> {
  const since = startOfDay(mondayOf(week));
  const touched = db
    .select({ id: ticketEvents.ticketId })
    .from(ticketEvents)
    .where(and(inArray(ticketEvents.groupId, [...groupIds]), gte(ticketEvents.at, since)));
  const rows = await db
    .select()
    .from(tickets)
    .where(
      and(
        inArray(tickets.groupId, [...groupIds]),
        or(inArray(tickets.state, ['open', 'accepted', 'waiting']), inArray(tickets.id, touched)),
      ),
    )
    .orderBy(tickets.number);
  const events = [];
  for (const ids of chunksOf(rows.map(row => row.id)))
    events.push(
      ...(await db
        .select()
        .from(ticketEvents)
        .where(inArray(ticketEvents.ticketId, ids))
        .orderBy(ticketEvents.ticketId, ticketEvents.seq)),
    );
  const byTicket = new Map<string, typeof events>();
  for (const event of events) {
    const key = `${event.groupId} ${event.ticketId}`;
    const known = byTicket.get(key);
    if (known) known.push(event);
    else byTicket.set(key, [event]);
  }
  return rows.map(row => ({ opening: row, events: byTicket.get(`${row.groupId} ${row.id}`) ?? [] }));
}

/** What a digest of a week reads of these groups beside their scores, in few queries whatever their number. */
export async function weekRowsOf(db: Db, groups: readonly Group[], week: string): Promise<WeekRows[]> {
  const rows: WeekRows[] = [];
  for (const chunk of chunksOf(groups)) {
    const ids = chunk.map(group => group.id);
    const days = await daysOf(db, ids, week);
    const logs = await logsOf(db, ids, week);
    for (const { id, name } of chunk) {
      const own = logs.filter(({ opening }) => opening.groupId === id);
      rows.push({
        group: { id, name },
        cadreIds: (await cadresOf(db, id)).map(cadre => cadre.id),
        days: days.get(id) ?? [],
        tickets: own.filter(({ opening }) => isOfMember(opening.kind)),
        improvements: own.filter(({ opening }) => opening.kind === 'improvement'),
      });
    }
  }
  return rows;
}
