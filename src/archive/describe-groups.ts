import type { GroupHistory } from '../analysis/group-history.ts';
import type { PersonRole } from '../people.ts';
import { isOfMember } from '../ticket/of-member.ts';
import type { TicketLog } from '../ticket.ts';
import { groupsByCadre } from './elsewhere.ts';
import type { LineOf } from './line.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import type { Survey } from './survey.ts';
import { ticketLogsOf } from './ticket-logs.ts';

/** A group's history but for its days. */
export type GroupFrame = Omit<GroupHistory, 'days'>;

/** Lines of one type by one of their fields, so that no group reads them all. */
function gather<T>(lines: readonly T[], keyOf: (line: T) => string): Map<string, T[]> {
  const gathered = new Map<string, T[]>();
  for (const line of lines) {
    const same = gathered.get(keyOf(line));
    if (same) same.push(line);
    else gathered.set(keyOf(line), [line]);
  }
  return gathered;
}

/** The unit and those above it: an inspection of any of them is one of the group. */
function unitsUpward(unitId: string, parents: ReadonlyMap<string, string | null>): string[] {
  const upward: string[] = [];
  for (let at: string | null = unitId; at !== null && !upward.includes(at); at = parents.get(at) ?? null) {
    upward.push(at);
  }
  return upward;
}

/**
 * Without observation lines a group counts as observed from its first message to the last message of any group,
 * or until it went on as another group.
 */
export function observedOf(
  groupId: string,
  told: readonly LineOf<'observation'>[],
  survey: Survey,
  lineage: Lineage,
): { from: Date; to: Date }[] {
  if (told.length > 0) return told.map(({ from, to }) => ({ from, to }));
  const heard = survey.heard.get(groupId);
  if (!heard || !survey.last) return [];
  const ended = lineage.endedAt(groupId);
  const to = ended && ended < survey.last ? ended : survey.last;
  return to > heard.first ? [{ from: heard.first, to }] : [];
}

/** Everything that an archive declares of its groups, in the order of its group lines. */
export function describeGroups(survey: Survey): GroupFrame[] {
  const { lines } = survey;
  const lineage = lineageOf(survey);
  const tickets = ticketLogsOf(survey);
  const roleOf = new Map(lines.filter(line => line.type === 'person').map(line => [line.id, line.role]));
  const parents = new Map(lines.filter(line => line.type === 'unit').map(line => [line.id, line.parent]));
  const members = gather(
    lines.filter(line => line.type === 'membership'),
    line => line.group,
  );
  const links = gather(
    lines.filter(line => line.type === 'link'),
    line => line.cadre,
  );
  const contacts = gather(
    lines.filter(line => line.type === 'contact'),
    line => line.cadre,
  );
  const observations = gather(
    lines.filter(line => line.type === 'observation'),
    line => line.group,
  );
  const inspections = gather(
    lines.filter(line => line.type === 'inspection'),
    line => line.unit,
  );

  const served = groupsByCadre(survey);
  const frameOf = (group: LineOf<'group'>): GroupFrame => {
    const own = members.get(group.id) ?? [];
    const cadreIds = [
      ...new Set([...group.cadres, ...own.filter(row => row.role === 'cadre').map(row => row.person)]),
    ];
    const linked = cadreIds.flatMap(id => links.get(id) ?? []);
    const met = cadreIds.flatMap(id => contacts.get(id) ?? []);
    const logs = tickets.get(group.id) ?? [];
    return {
      group: {
        id: group.id,
        name: group.name,
        unitId: group.unit,
        kind: group.kind,
        size: group.size || own.filter(row => row.leftAt === null).length,
        createdAt: lineage.bornAt(group),
        serviceLines: group.serviceLines,
      },
      cadreIds,
      members: own.map(({ person, role, joinedAt, leftAt }) => ({
        personId: person,
        role,
        joinedAt,
        leftAt,
      })),
      roles: rolesAmong(
        group.id,
        [...cadreIds, ...[...own, ...met].map(row => row.person)],
        linked,
        logs,
        survey,
        roleOf,
      ),
      links: linked.map(({ cadre, person, from, to }) => ({ cadreId: cadre, personId: person, from, to })),
      contacts: met.map(({ cadre, person, ...row }) => ({
        cadreId: cadre,
        personId: person,
        at: row.at,
        way: row.way,
        acknowledged: row.acknowledged,
      })),
      tickets: logs.filter(({ opening }) => isOfMember(opening.kind)),
      improvements: logs.filter(({ opening }) => opening.kind === 'improvement'),
      // Archives carry no survey.
      survey: { asks: [], answers: [] },
      elsewhere: {
        kinds: [...new Map(cadreIds.flatMap(id => served.get(id) ?? [])).values()],
        fingerprints: [],
      },
      catalogue: null,
      faq: null,
      burden: null,
      observations: observedOf(group.id, observations.get(group.id) ?? [], survey, lineage),
      inspectionDays: unitsUpward(group.unit, parents)
        .flatMap(id => inspections.get(id) ?? [])
        .map(row => row.date)
        .sort(),
    };
  };
  return lines.filter(line => line.type === 'group').map(frameOf);
}

/** The roles of everybody who has to do with the group; a group need not know the rest of the archive. */
function rolesAmong(
  groupId: string,
  known: readonly string[],
  linked: readonly LineOf<'link'>[],
  logs: readonly TicketLog[],
  survey: Survey,
  roleOf: ReadonlyMap<string, PersonRole>,
): Map<string, PersonRole> {
  const everyone = new Set([
    ...known,
    ...linked.map(link => link.person),
    ...(survey.heard.get(groupId)?.speakers ?? []),
    ...logs.flatMap(({ opening, events }) => [
      opening.requesterId,
      ...events.flatMap(event => (event.byId === null ? [] : [event.byId])),
    ]),
  ]);
  return new Map([...everyone].map(id => [id, roleOf.get(id) ?? 'unknown']));
}
