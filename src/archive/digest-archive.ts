import { analyzeGroup } from '../analysis/analyze-group.ts';
import type { GroupAnalysis } from '../analysis/group-analysis.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { confirmedBetween, helpedBetween } from '../analysis/helped-between.ts';
import { isBad } from '../analysis/state.ts';
import type { DigestInput } from '../digest.ts';
import { addDays, mondayOf, startOfDay, weekOf } from '../time.ts';
import type { Survey } from './survey.ts';
import { openTicketsAt } from './week-standing.ts';

const WEEKS_SHOWN = 8;
/** The moment a week is over. */
export const endOfWeek = (week: string): Date => startOfDay(addDays(mondayOf(week), 7));

const weekBefore = (week: string, count: number): string => weekOf(addDays(mondayOf(week), -7 * count));

/** The units a leader answers for and all below them; null where no unit names the leader. */
function unitsOf({ lines }: Survey, leaderId: string): { name: string; ids: Set<string> } | null {
  const units = lines.filter(line => line.type === 'unit');
  const own = units.filter(unit => unit.leaders.includes(leaderId));
  const [first] = own;
  if (!first) return null;
  const ids = new Set(own.map(unit => unit.id));
  for (let grew = true; grew; ) {
    const below = units.filter(unit => unit.parent !== null && ids.has(unit.parent) && !ids.has(unit.id));
    for (const unit of below) ids.add(unit.id);
    grew = below.length > 0;
  }
  return { name: first.name, ids };
}

/** 好的鼓励: healthy groups with help whose members said so this week, or that were bad the week before. */
function praiseOf(
  groups: readonly GroupAnalysis[],
  previous: readonly GroupAnalysis[],
  confirmed: ReadonlyMap<string, Set<string>>,
): DigestInput['praise'] {
  const before = new Map(previous.map(group => [group.groupId, group.state]));
  return groups.flatMap(({ groupId, name, state, measures }) => {
    const help = Number(measures['M2']?.['help'] ?? 0);
    if (state !== 'healthy' || help < 1) return [];
    const solved = confirmed.get(groupId)?.size ?? 0;
    if (solved > 0) return [{ groupId, name, why: `${solved}人说解决了` }];
    const was = before.get(groupId);
    return was && isBad(was) ? [{ groupId, name, why: `好转，30天帮到${help}件` }] : [];
  });
}

/** All that a leader's digest of one week is composed of; every group where the archive does not say who leads what. */
export function digestInputOf(
  survey: Survey,
  histories: readonly GroupHistory[],
  asked: { leaderId: string; week: string },
): DigestInput {
  const led = unitsOf(survey, asked.leaderId);
  const below = led ? histories.filter(history => led.ids.has(history.group.unitId)) : histories;
  const end = endOfWeek(asked.week);
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, back) => weekBefore(asked.week, back)).reverse();
  const byWeek = new Map(
    weeks.map(week => [week, below.map(history => analyzeGroup(history, endOfWeek(week)))] as const),
  );
  const groups = byWeek.get(asked.week) ?? [];
  const previous = byWeek.get(weekBefore(asked.week, 1)) ?? [];
  const from = startOfDay(mondayOf(asked.week));
  const nameOf = new Map(
    survey.lines.flatMap(line => (line.type === 'person' ? [[line.id, line.name]] : [])),
  );
  const { open, overdue } = openTicketsAt(below, end, nameOf);
  const root = survey.lines.find(line => line.type === 'unit' && line.parent === null);
  return {
    leaderId: asked.leaderId,
    unitName: led?.name ?? (root?.type === 'unit' ? root.name : '全部'),
    week: asked.week,
    href: null,
    isLate: false,
    groups,
    previous,
    history: below.map(({ group }, index) => ({
      groupId: group.id,
      weeks: weeks.map(week => ({ week, state: byWeek.get(week)?.[index]?.state ?? null })),
    })),
    helped: { persons: helpedBetween(below, from, end) },
    openTickets: open,
    overdue,
    praise: praiseOf(groups, previous, confirmedBetween(below, from, end)),
  };
}
