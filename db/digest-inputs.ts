import type { GroupAnalysis } from '../src/analysis/group-analysis.ts';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import { confirmedBetween, helpedBetween } from '../src/analysis/helped-between.ts';
import type { DigestInput } from '../src/digest.ts';
import { addDays, mondayOf, startOfDay, weekOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { groupHistory } from './group-histories.ts';
import { boundGroups, type Group } from './groups.ts';
import { allUnits, peopleByIds } from './people.ts';
import { scoresOf } from './scores.ts';
import { openTickets, type PlacedTicket } from './tickets.ts';

const WEEKS_SHOWN = 8;

/** What is asked for: one leader, the unit they answer for, one week such as `2026-W47`. */
export interface DigestQuestion {
  leaderId: string;
  unitId: string;
  week: string;
  isLate: boolean;
  href: string | null;
  now: Date;
}

/** Weeks up to and including `week`, oldest first. */
const weeksUpTo = (week: string): string[] =>
  Array.from({ length: WEEKS_SHOWN }, (_, at) => weekOf(addDays(mondayOf(week), 7 * (at + 1 - WEEKS_SHOWN))));

/** The unit's name, and the ids of it and of every unit below; a circle among parents ends the walk. */
async function unitsDownward(db: Db, unitId: string): Promise<{ name: string; ids: Set<string> }> {
  const units = await allUnits(db);
  const ids = new Set<string>([unitId]);
  for (const id of ids) for (const unit of units) if (unit.parentId === id) ids.add(unit.id);
  return { name: units.find(unit => unit.id === unitId)?.name ?? '', ids };
}

/** The histories of the groups up to the week's Sunday: who was helped is read from the same rows as the scores. */
async function historiesOf(db: Db, groupIds: readonly string[], week: string): Promise<GroupHistory[]> {
  const sunday = addDays(mondayOf(week), 6);
  const histories: GroupHistory[] = [];
  for (const id of groupIds) {
    const history = await groupHistory(db, id, sunday);
    if (history) histories.push(history);
  }
  return histories;
}

/** Overdue requests, the longest first; the digest names nobody, so the names of those concerned leave the topic. */
async function overdueOf(db: Db, open: readonly PlacedTicket[], now: Date): Promise<DigestInput['overdue']> {
  const late = open.filter(ticket => ticket.dueAt < now);
  const ids = late.flatMap(({ requesterId, assigneeId }) => [
    requesterId,
    ...(assigneeId ? [assigneeId] : []),
  ]);
  const names = (await peopleByIds(db, [...new Set(ids)]))
    .map(person => person.name)
    .filter(name => name.length > 1);
  return late.map(({ number, topic, dueAt }) => ({
    number,
    topic: names.reduce((text, name) => text.replaceAll(name, '…'), topic),
    overdueMs: now.getTime() - dueAt.getTime(),
  }));
}

/** 好的鼓励: healthy groups with help that were not healthy the week before, or whose members confirmed help. */
function praiseOf(
  groups: readonly GroupAnalysis[],
  previous: readonly GroupAnalysis[],
  confirmed: ReadonlyMap<string, ReadonlySet<string>>,
): DigestInput['praise'] {
  const before = new Map(previous.map(group => [group.groupId, group.state]));
  return groups.flatMap(({ groupId, name, state, measures }) => {
    const help = measures['M2']?.['help'];
    if (state !== 'healthy' || typeof help !== 'number' || help < 1) return [];
    const solved = confirmed.get(groupId)?.size ?? 0;
    const was = before.get(groupId);
    const isBetter = was !== undefined && was !== 'healthy' && was !== 'unknown' && was !== 'exempt';
    if (solved > 0) return [{ groupId, name, why: `${solved}人说解决了` }];
    return isBetter ? [{ groupId, name, why: `好转，30天帮到${help}件` }] : [];
  });
}

async function groupsBelow(db: Db, unitIds: ReadonlySet<string>): Promise<Group[]> {
  return (await boundGroups(db)).filter(group => unitIds.has(group.unitId));
}

/** All that one leader's digest is composed of; null when no group of theirs has a score for the week. */
export async function digestInput(db: Db, question: DigestQuestion): Promise<DigestInput | null> {
  const { leaderId, unitId, week, isLate, href, now } = question;
  const unit = await unitsDownward(db, unitId);
  const groupIds = (await groupsBelow(db, unit.ids)).map(group => group.id);
  const weeks = weeksUpTo(week);
  const scores = await scoresOf(db, groupIds, weeks);
  const scoreOf = (groupId: string, of: string | undefined) =>
    scores.find(score => score.groupId === groupId && score.week === of)?.analysis;
  const scoresIn = (of: string | undefined) => groupIds.flatMap(id => scoreOf(id, of) ?? []);
  const groups = scoresIn(week);
  if (!groups.some(group => group.state !== 'exempt')) return null;
  const previous = scoresIn(weeks.at(-2));
  const histories = await historiesOf(db, groupIds, week);
  const [from, to] = [startOfDay(mondayOf(week)), startOfDay(addDays(mondayOf(week), 7))];
  const confirmed = confirmedBetween(histories, from, to);
  const open = (await openTickets(db)).filter(ticket => groupIds.includes(ticket.groupId));
  return {
    leaderId,
    unitName: unit.name,
    week,
    href,
    isLate,
    groups,
    previous,
    history: groups.map(({ groupId }) => ({
      groupId,
      weeks: weeks.map(each => ({ week: each, state: scoreOf(groupId, each)?.state ?? null })),
    })),
    helped: { persons: helpedBetween(histories, from, to) },
    openTickets: open.length,
    overdue: await overdueOf(db, open, now),
    praise: praiseOf(groups, previous, confirmed),
  };
}
