import { inArray } from 'drizzle-orm';
import type { GroupDay } from '../src/analysis/group-day.ts';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import type { PersonRole } from '../src/people.ts';
import { isOfMember } from '../src/ticket/of-member.ts';
import type { TicketLog } from '../src/ticket.ts';
import { DAY_MS, startOfDay } from '../src/time.ts';
import type { Db } from './connect.ts';
import { groupDaysOf } from './group-days.ts';
import type { Group } from './groups.ts';
import { birthsOf } from './histories/births.ts';
import { burdenOf, faqOf } from './histories/bot-sources.ts';
import { cadreIdsOf } from './histories/cadres.ts';
import { elsewhereOf } from './histories/elsewhere.ts';
import { observedOf } from './histories/observed.ts';
import { ticketLogsOf } from './histories/tickets.ts';
import { unitSourcesOf } from './histories/units.ts';
import { byKey, inSlices } from './in-slices.ts';
import { contacts, groups, links, memberships, people } from './schema.ts';
import { surveysOf } from './survey-answers.ts';

/** No measure looks further back on what the bot did, or on what was posted elsewhere. */
const REACH_DAYS = 100;

type Pairs = Pick<GroupHistory, 'links' | 'contacts'>;

/** Whom each cadre is linked to, and whom they met. */
async function pairsOf(db: Db, cadreIds: Iterable<string>): Promise<(ids: readonly string[]) => Pairs> {
  const ids = [...cadreIds];
  const linked = byKey(
    await inSlices(ids, slice =>
      db
        .select()
        .from(links)
        .where(inArray(links.cadreId, slice))
        .orderBy(links.cadreId, links.personId, links.fromAt),
    ),
    row => row.cadreId,
  );
  const met = byKey(
    await inSlices(ids, slice =>
      db
        .select()
        .from(contacts)
        .where(inArray(contacts.cadreId, slice))
        .orderBy(contacts.cadreId, contacts.personId, contacts.at),
    ),
    row => row.cadreId,
  );
  return own => ({
    links: own
      .flatMap(id => linked.get(id) ?? [])
      .map(({ cadreId, personId, fromAt, toAt }) => ({ cadreId, personId, from: fromAt, to: toAt })),
    contacts: own
      .flatMap(id => met.get(id) ?? [])
      .map(({ cadreId, personId, at, way, acknowledged }) => ({ cadreId, personId, at, way, acknowledged })),
  });
}

/** Logs as they stood at a moment. */
const logsBefore = (logs: readonly TicketLog[], end: Date): TicketLog[] =>
  logs
    .filter(({ opening }) => opening.openedAt < end)
    .map(({ opening, events }) => ({ opening, events: events.filter(event => event.at < end) }));

type Unroled = Omit<GroupHistory, 'roles'>;

/** Everybody of a history whose declared role matters. */
const everyoneIn = ({
  cadreIds,
  members,
  links,
  contacts,
  days,
  tickets,
  improvements,
}: Unroled): string[] => [
  ...cadreIds,
  ...members.map(member => member.personId),
  ...links.map(link => link.personId),
  ...contacts.map(contact => contact.personId),
  ...days.flatMap(day => day.speakers.map(speaker => speaker.personId)),
  ...[...tickets, ...improvements].flatMap(log => log.events.flatMap(event => event.byId ?? [])),
];

async function addRoles(db: Db, histories: readonly Unroled[]): Promise<GroupHistory[]> {
  const ids = histories.map(everyoneIn);
  const rows = await inSlices(ids.flat(), slice =>
    db.select({ id: people.id, role: people.role }).from(people).where(inArray(people.id, slice)),
  );
  const roleOf = new Map(rows.map(({ id, role }) => [id, role]));
  return histories.map((history, at) => ({
    ...history,
    roles: new Map(
      (ids[at] ?? []).flatMap((id): [string, PersonRole][] => {
        const role = roleOf.get(id);
        return role ? [[id, role]] : [];
      }),
    ),
  }));
}

interface Extent {
  untilDay: string;
  /** Without its days a history tells what was declared, and nothing is read of what was said. */
  hasDays: boolean;
}

/** Reads everything of some groups, each kind of row once for all of them. */
async function readSources(db: Db, asked: readonly Group[], { untilDay, hasDays }: Extent) {
  const ids = asked.map(group => group.id);
  const end = new Date(startOfDay(untilDay).getTime() + DAY_MS);
  const told = { since: new Date(end.getTime() - REACH_DAYS * DAY_MS), end };
  const cadreIds = new Map(ids.map(id => [id, [] as string[]]));
  for (const [id, own] of await cadreIdsOf(db, ids)) cadreIds.set(id, own);
  const cadres = new Set([...cadreIds.values()].flat());
  return {
    end,
    cadreIds,
    births: await birthsOf(db, asked),
    members: byKey(
      await inSlices(ids, slice =>
        db
          .select()
          .from(memberships)
          .where(inArray(memberships.groupId, slice))
          .orderBy(memberships.groupId, memberships.personId),
      ),
      row => row.groupId,
    ),
    pairs: await pairsOf(db, cadres),
    logs: await ticketLogsOf(db, ids),
    elsewhere: await elsewhereOf(db, cadreIds, { untilDay, days: hasDays ? REACH_DAYS : 0 }),
    units: await unitSourcesOf(
      db,
      asked.map(group => group.unitId),
    ),
    faq: await faqOf(db, asked, told),
    burden: await burdenOf(db, cadres, told),
    surveys: await surveysOf(db, cadreIds, untilDay),
    observed: await observedOf(db, asked),
    days: hasDays ? await groupDaysOf(db, ids, { last: untilDay }) : new Map<string, GroupDay[]>(),
  };
}

function historyOf(group: Group, of: Awaited<ReturnType<typeof readSources>>, untilDay: string): Unroled {
  const { id, name, unitId, kind, size, serviceLines } = group;
  const cadreIds = of.cadreIds.get(id) ?? [];
  const logs = logsBefore(of.logs.get(id) ?? [], of.end);
  return {
    group: { id, name, unitId, kind, size, createdAt: of.births.get(id) ?? null, serviceLines },
    cadreIds,
    members: (of.members.get(id) ?? []).map(({ personId, role, joinedAt, leftAt }) => ({
      personId,
      role,
      joinedAt,
      leftAt,
    })),
    ...of.pairs(cadreIds),
    tickets: logs.filter(({ opening }) => isOfMember(opening.kind)),
    improvements: logs.filter(({ opening }) => opening.kind === 'improvement'),
    elsewhere: of.elsewhere.get(id) ?? { kinds: [], fingerprints: [] },
    catalogue: of.units.catalogueOf(unitId),
    faq: of.faq.get(id) ?? null,
    burden: cadreIds.flatMap(cadreId => of.burden.get(cadreId) ?? []),
    survey: of.surveys.get(id) ?? { asks: [], answers: [] },
    observations: of.observed.get(id) ?? [],
    inspectionDays: of.units.inspectionDaysOf(unitId).filter(day => day <= untilDay),
    days: of.days.get(id) ?? [],
  };
}

/** All that is known of some groups up to the end of a day, in a number of queries that does not grow with them. */
export const groupHistories = (
  db: Db,
  groupIds: readonly string[],
  untilDay: string,
): Promise<GroupHistory[]> => readHistories(db, groupIds, { untilDay, hasDays: true });

/** The same without days and without what was posted elsewhere: what was declared. */
export const declaredHistories = (
  db: Db,
  groupIds: readonly string[],
  untilDay: string,
): Promise<GroupHistory[]> => readHistories(db, groupIds, { untilDay, hasDays: false });

async function readHistories(db: Db, groupIds: readonly string[], extent: Extent): Promise<GroupHistory[]> {
  if (groupIds.length === 0) return [];
  const asked = await inSlices(groupIds, ids =>
    db.select().from(groups).where(inArray(groups.id, ids)).orderBy(groups.id),
  );
  const sources = await readSources(db, asked, extent);
  return addRoles(
    db,
    asked.map(group => historyOf(group, sources, extent.untilDay)),
  );
}

/** The same of one group; null where there is none of that id. */
export async function groupHistory(db: Db, groupId: string, untilDay: string): Promise<GroupHistory | null> {
  const [history = null] = await groupHistories(db, [groupId], untilDay);
  return history;
}
