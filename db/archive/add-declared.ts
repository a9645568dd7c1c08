import type { GroupHistory } from '../../src/analysis/group-history.ts';
import type { ArchiveType, LineOf } from '../../src/archive/line.ts';
import type { Survey } from '../../src/archive/survey.ts';
import type { Db } from '../connect.ts';
import {
  contacts,
  groupCadres,
  groupChanges,
  groups,
  inspections,
  links,
  memberships,
  observations,
  people,
  unitLeaders,
  units,
} from '../schema.ts';
import { inBatches } from './batches.ts';
import type { Reading } from './reading.ts';

/** What the caller knows beside the archive. */
export interface Declared {
  now: Date;
  /** Friends of the bot's account, beside those whose line says so. */
  contacts: ReadonlySet<string>;
  /** Person → unit they lead, beside those whom a unit's line names. */
  leaders: ReadonlyMap<string, string>;
}

const linesOf = <T extends ArchiveType>(lines: Survey['lines'], type: T): LineOf<T>[] =>
  lines.filter((line): line is Extract<Survey['lines'][number], { type: T }> => line.type === type);

/** A leader whom nothing names and who sits in no group leads the units at the top. */
function leadersOf(
  lines: Survey['lines'],
  given: Declared['leaders'],
): { unitId: string; personId: string }[] {
  const all = linesOf(lines, 'unit');
  const named = [
    ...all.flatMap(unit => unit.leaders.map(personId => ({ unitId: unit.id, personId }))),
    ...[...given].map(([personId, unitId]) => ({ unitId, personId })),
  ];
  const placed = new Set([
    ...named.map(row => row.personId),
    ...linesOf(lines, 'membership').map(row => row.person),
  ]);
  const tops = all.filter(unit => unit.parent === null);
  const unplaced = linesOf(lines, 'person').filter(
    person => person.role === 'leader' && !placed.has(person.id),
  );
  return [
    ...named,
    ...unplaced.flatMap(person => tops.map(unit => ({ unitId: unit.id, personId: person.id }))),
  ];
}

async function addOrganisation(tx: Db, lines: Survey['lines'], declared: Declared): Promise<void> {
  const unitRows = linesOf(lines, 'unit').map(({ id, name, parent, level, line }) => ({
    id,
    name,
    parentId: parent,
    level,
    line,
  }));
  const peopleRows = linesOf(lines, 'person').map(({ id, name, role, contact }) => ({
    id,
    name,
    role,
    isContact: contact || declared.contacts.has(id),
    bindCode: null,
  }));
  await inBatches(unitRows, rows => tx.insert(units).values(rows).onConflictDoNothing());
  await inBatches(peopleRows, rows => tx.insert(people).values(rows).onConflictDoNothing());
  await inBatches(leadersOf(lines, declared.leaders), rows =>
    tx.insert(unitLeaders).values(rows).onConflictDoNothing(),
  );
}

/** Groups are listened to from the beginning of what is known of them, so that the jobs see them. */
async function addGroups(tx: Db, { survey, histories }: Reading, { now }: Declared): Promise<void> {
  const told = new Map(linesOf(survey.lines, 'group').map(line => [line.id, line]));
  const rowOf = ({ group }: GroupHistory) => {
    // The history's own birth is the oldest forerunner's, which the changes tell again.
    const createdAt = told.get(group.id)?.createdAt ?? null;
    const boundAt = createdAt ?? survey.heard.get(group.id)?.first ?? now;
    return {
      id: group.id,
      name: group.name,
      unitId: group.unitId,
      kind: group.kind,
      size: group.size,
      createdAt,
      serviceLines: [...group.serviceLines],
      boundAt,
      bindCode: null,
      noticeAt: null,
    };
  };
  const groupRows = histories.map(rowOf);
  const since = new Map(groupRows.map(row => [row.id, row.boundAt]));
  const cadreRows = histories.flatMap(({ group, cadreIds }) =>
    cadreIds.map(personId => ({ groupId: group.id, personId, since: since.get(group.id) ?? now })),
  );
  const memberRows = histories.flatMap(({ group, members }) =>
    members.map(member => ({ ...member, groupId: group.id, alias: null })),
  );
  const spanRows = histories.flatMap(history =>
    history.observations.map(({ from, to }) => ({ groupId: history.group.id, fromAt: from, toAt: to })),
  );
  await inBatches(groupRows, rows => tx.insert(groups).values(rows).onConflictDoNothing());
  await inBatches(cadreRows, rows => tx.insert(groupCadres).values(rows).onConflictDoNothing());
  await inBatches(memberRows, rows => tx.insert(memberships).values(rows).onConflictDoNothing());
  await inBatches(spanRows, rows => tx.insert(observations).values(rows).onConflictDoNothing());
}

async function addTies(tx: Db, lines: Survey['lines']): Promise<void> {
  const linkRows = linesOf(lines, 'link').map(({ cadre, person, from, to }) => ({
    cadreId: cadre,
    personId: person,
    fromAt: from,
    toAt: to,
  }));
  const contactRows = linesOf(lines, 'contact').map(({ cadre, person, at, way, acknowledged }) => ({
    cadreId: cadre,
    personId: person,
    at,
    way,
    acknowledged,
  }));
  const changeRows = linesOf(lines, 'group-change').map(({ from, to, at, act }) => ({
    fromId: from,
    toId: to,
    at,
    act,
  }));
  const inspectionRows = linesOf(lines, 'inspection').map(({ unit, date }) => ({ unitId: unit, day: date }));
  await inBatches(linkRows, rows => tx.insert(links).values(rows).onConflictDoNothing());
  await inBatches(contactRows, rows => tx.insert(contacts).values(rows).onConflictDoNothing());
  await inBatches(changeRows, rows => tx.insert(groupChanges).values(rows).onConflictDoNothing());
  await inBatches(inspectionRows, rows => tx.insert(inspections).values(rows).onConflictDoNothing());
}

/** Everything an archive declares: who is who, which groups there are, who met whom. Call inside a transaction. */
export async function addDeclared(tx: Db, reading: Reading, declared: Declared): Promise<void> {
  await addOrganisation(tx, reading.survey.lines, declared);
  await addGroups(tx, reading, declared);
  await addTies(tx, reading.survey.lines);
}
