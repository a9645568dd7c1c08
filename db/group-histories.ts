import { and, eq, inArray } from 'drizzle-orm';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import { isOfMember } from '../src/ticket/of-member.ts';
import { DAY_MS, startOfDay } from '../src/time.ts';
import type { Db } from './connect.ts';
import { groupDaysOf } from './group-days.ts';
import { burdenOf, catalogueLinesOf, elsewhereOf, faqOf } from './group-sources.ts';
import { type Group, groupById } from './groups.ts';
import { cadresOf, linksOfCadres, rolesOf, unitsUpward } from './people.ts';
import {
  accountSpans,
  bindings,
  contacts,
  groupChanges,
  groups,
  inspections,
  memberships,
  observations,
} from './schema.ts';
import { surveyOfGroup } from './survey-answers.ts';
import { ticketLogsOfGroup } from './tickets.ts';

/** Age goes with the members through merge, rebuild and rename: the oldest forerunner's. */
async function bornAt(db: Db, group: Group): Promise<Date | null> {
  let oldest = group.createdAt;
  const seen = new Set<string>([group.id]);
  for (let queue = [group.id]; queue.length; ) {
    const changes = await db.select().from(groupChanges).where(inArray(groupChanges.toId, queue));
    queue = changes.map(change => change.fromId).filter(id => !seen.has(id));
    for (const id of queue) seen.add(id);
    const forerunners = queue.length ? await db.select().from(groups).where(inArray(groups.id, queue)) : [];
    for (const { createdAt } of forerunners)
      if (createdAt && (!oldest || createdAt < oldest)) oldest = createdAt;
  }
  return oldest;
}

/** When some account of the bot was online in the group: what an archive said, and what the accounts themselves noted. */
async function observedSpans(db: Db, group: Group): Promise<{ from: Date; to: Date }[]> {
  const told = await db.select().from(observations).where(eq(observations.groupId, group.id));
  const { boundAt } = group;
  const online = boundAt
    ? await db
        .select({ fromAt: accountSpans.fromAt, toAt: accountSpans.toAt })
        .from(accountSpans)
        .innerJoin(bindings, eq(bindings.accountId, accountSpans.accountId))
        .where(and(eq(bindings.kind, 'group'), eq(bindings.ownId, group.id)))
    : [];
  const own = online.flatMap(({ fromAt, toAt }) => {
    const from = boundAt && fromAt < boundAt ? boundAt : fromAt;
    return from < toAt ? [{ from, to: toAt }] : [];
  });
  return [...told.map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt })), ...own];
}

/** All that is known of one group up to the end of a day, in a fixed number of queries. */
export async function groupHistory(db: Db, groupId: string, untilDay: string): Promise<GroupHistory | null> {
  const group = await groupById(db, groupId);
  if (!group) return null;
  const end = new Date(startOfDay(untilDay).getTime() + DAY_MS);
  const cadreIds = (await cadresOf(db, groupId)).map(person => person.id);
  const members = await db.select().from(memberships).where(eq(memberships.groupId, groupId));
  const days = await groupDaysOf(db, groupId, untilDay);
  const links = await linksOfCadres(db, cadreIds);
  const met = cadreIds.length
    ? await db.select().from(contacts).where(inArray(contacts.cadreId, cadreIds))
    : [];
  const unitIds = await unitsUpward(db, group.unitId);
  const inspected = await db.select().from(inspections).where(inArray(inspections.unitId, unitIds));
  const logs = (await ticketLogsOfGroup(db, groupId))
    .map(({ opening, events }) => ({ opening, events: events.filter(event => event.at < end) }))
    .filter(({ opening }) => opening.openedAt < end);
  const everyone = new Set([
    ...cadreIds,
    ...members.map(member => member.personId),
    ...links.map(link => link.personId),
    ...days.flatMap(day => day.speakers.map(speaker => speaker.personId)),
    ...logs.flatMap(log => log.events.flatMap(event => event.byId ?? [])),
  ]);
  return {
    group: {
      id: group.id,
      name: group.name,
      unitId: group.unitId,
      kind: group.kind,
      size: group.size,
      createdAt: await bornAt(db, group),
      serviceLines: group.serviceLines,
    },
    cadreIds,
    members: members.map(({ personId, role, joinedAt, leftAt }) => ({ personId, role, joinedAt, leftAt })),
    roles: await rolesOf(db, [...everyone]),
    links: links.map(({ cadreId, personId, fromAt, toAt }) => ({
      cadreId,
      personId,
      from: fromAt,
      to: toAt,
    })),
    contacts: met.map(({ cadreId, personId, at, way, acknowledged }) => ({
      cadreId,
      personId,
      at,
      way,
      acknowledged,
    })),
    tickets: logs.filter(({ opening }) => isOfMember(opening.kind)),
    improvements: logs.filter(({ opening }) => opening.kind === 'improvement'),
    elsewhere: await elsewhereOf(db, groupId, cadreIds, end),
    catalogue: await catalogueLinesOf(db, group.unitId),
    faq: await faqOf(db, group, end),
    burden: await burdenOf(db, cadreIds, end),
    survey: await surveyOfGroup(db, groupId, cadreIds, untilDay),
    observations: await observedSpans(db, group),
    inspectionDays: inspected.map(row => row.day).filter(day => day <= untilDay),
    days,
  };
}
