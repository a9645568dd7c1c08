import { and, asc, eq } from 'drizzle-orm';
import type { ArchiveLine } from '../src/archive/line.ts';
import type { Db } from './connect.ts';
import {
  contacts,
  groupCadres,
  groupChanges,
  groups,
  inspections,
  links,
  memberships,
  messages,
  observations,
  people,
  ticketEvents,
  tickets,
  unitLeaders,
  units,
} from './schema.ts';
import { ticketLogsOfGroup } from './tickets.ts';

/** Everything an archive can hold, line by line, one group's messages at a time. Private talk stays out. */
export async function* archiveLines(db: Db): AsyncGenerator<ArchiveLine> {
  yield* await organisationLines(db);
  const all = await db.select().from(groups).orderBy(asc(groups.id));
  for (const { id } of all) yield* await groupLines(db, id);
  yield* await tieLines(db);
  for (const { id } of all) {
    yield* await messageLines(db, id);
    yield* await ticketLines(db, id);
  }
}

async function organisationLines(db: Db): Promise<ArchiveLine[]> {
  const leaders = await db.select().from(unitLeaders).orderBy(asc(unitLeaders.personId));
  const inspected = await db.select().from(inspections).orderBy(asc(inspections.day));
  return [
    ...(await db.select().from(units).orderBy(asc(units.id))).map(
      ({ id, name, parentId, level, line }): ArchiveLine => ({
        type: 'unit',
        id,
        name,
        parent: parentId,
        level,
        line,
        leaders: leaders.filter(row => row.unitId === id).map(row => row.personId),
      }),
    ),
    ...(await db.select().from(people).orderBy(asc(people.id))).map(
      ({ id, name, role, isContact }): ArchiveLine => ({
        type: 'person',
        id,
        name,
        role,
        contact: isContact,
      }),
    ),
    ...inspected.map(({ unitId, day }): ArchiveLine => ({ type: 'inspection', unit: unitId, date: day })),
  ];
}

async function groupLines(db: Db, id: string): Promise<ArchiveLine[]> {
  const [group] = await db.select().from(groups).where(eq(groups.id, id));
  if (!group) return [];
  const cadres = await db.select().from(groupCadres).where(eq(groupCadres.groupId, id));
  const members = await db.select().from(memberships).where(eq(memberships.groupId, id));
  const spans = await db.select().from(observations).where(eq(observations.groupId, id));
  return [
    {
      type: 'group',
      id,
      name: group.name,
      unit: group.unitId,
      kind: group.kind,
      size: group.size,
      createdAt: group.createdAt,
      cadres: cadres.map(row => row.personId).sort(),
      serviceLines: group.serviceLines,
    },
    ...members
      .map(({ personId, role, joinedAt, leftAt }) => ({ person: personId, role, joinedAt, leftAt }))
      .sort((a, b) => (a.person < b.person ? -1 : 1))
      .map((row): ArchiveLine => ({ type: 'membership', group: id, ...row })),
    ...spans
      .sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime())
      .map(({ fromAt, toAt }): ArchiveLine => ({ type: 'observation', group: id, from: fromAt, to: toAt })),
  ];
}

async function tieLines(db: Db): Promise<ArchiveLine[]> {
  return [
    ...(await db.select().from(groupChanges).orderBy(asc(groupChanges.at))).map(
      ({ fromId, toId, at, act }): ArchiveLine => ({ type: 'group-change', from: fromId, to: toId, at, act }),
    ),
    ...(await db.select().from(links).orderBy(asc(links.fromAt))).map(
      ({ cadreId, personId, fromAt, toAt }): ArchiveLine => ({
        type: 'link',
        cadre: cadreId,
        person: personId,
        from: fromAt,
        to: toAt,
      }),
    ),
    ...(await db.select().from(contacts).orderBy(asc(contacts.at))).map(
      ({ cadreId, personId, at, way, acknowledged }): ArchiveLine => ({
        type: 'contact',
        cadre: cadreId,
        person: personId,
        at,
        way,
        acknowledged,
      }),
    ),
  ];
}

async function messageLines(db: Db, groupId: string): Promise<ArchiveLine[]> {
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.placeId, groupId), eq(messages.isPrivate, false)))
    .orderBy(asc(messages.sentAt), asc(messages.id));
  return rows.map(row => ({
    type: 'message',
    id: row.id,
    group: groupId,
    sender: row.senderId,
    sentAt: row.sentAt,
    kind: row.kind,
    text: row.text,
    replyTo: row.replyToId,
    mentions: row.mentions,
    ...(row.fact ? { fact: row.fact } : {}),
  }));
}

async function ticketLines(db: Db, groupId: string): Promise<ArchiveLine[]> {
  const logs = await ticketLogsOfGroup(db, groupId);
  return logs.flatMap(({ opening, events }) => [
    {
      type: 'ticket' as const,
      id: opening.id,
      kind: opening.kind,
      group: groupId,
      requester: opening.requesterId,
      openedAt: opening.openedAt,
      topic: opening.topic,
      message: opening.messageId,
    },
    ...events.flatMap(({ act, at, byId, ticketId, data }): ArchiveLine[] =>
      act === 'open'
        ? []
        : [
            {
              type: 'ticket-event',
              ticket: ticketId,
              at,
              by: byId,
              act,
              ...(data.stars === undefined ? {} : { stars: data.stars }),
              ...(data.toId === undefined ? {} : { to: data.toId }),
              ...(data.text === undefined ? {} : { text: data.text }),
              ...(data.dueAt === undefined ? {} : { dueAt: new Date(data.dueAt) }),
            },
          ],
    ),
  ]);
}

/** Who led what, so that nothing is exported that refers to nobody: ids that no longer have a person. */
export async function danglingPeople(db: Db): Promise<string[]> {
  const known = new Set((await db.select({ id: people.id }).from(people)).map(row => row.id));
  const named = [
    ...(await db.selectDistinct({ id: messages.senderId }).from(messages)),
    ...(await db.selectDistinct({ id: tickets.requesterId }).from(tickets)),
    ...(await db.selectDistinct({ id: ticketEvents.byId }).from(ticketEvents)),
  ];
  return [...new Set(named.flatMap(({ id }) => (id !== null && !known.has(id) ? [id] : [])))].sort();
}
