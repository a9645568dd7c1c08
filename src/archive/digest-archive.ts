import { analyzeGroup } from '../analysis/analyze-group.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { endOfWeek, gatherInput, weeksUpTo } from '../digest/gather-input.ts';
import type { DigestInput } from '../digest.ts';
import type { Theme } from '../themes/theme.ts';
import type { Survey } from './survey.ts';

export { endOfWeek };

/** Whose groups a leader's digest tells of. */
export interface LedGroups {
  unitName: string;
  histories: GroupHistory[];
}

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

/** The groups below a leader in the order of their ids; all of them where the archive does not say who leads what. */
export function groupsLedBy(survey: Survey, histories: readonly GroupHistory[], leaderId: string): LedGroups {
  const led = unitsOf(survey, leaderId);
  const root = survey.lines.find(line => line.type === 'unit' && line.parent === null);
  return {
    unitName: led?.name ?? (root?.type === 'unit' ? root.name : '全部'),
    histories: histories
      .filter(history => led === null || led.ids.has(history.group.unitId))
      .sort((a, b) => (a.group.id < b.group.id ? -1 : 1)),
  };
}

/** The last moment of a week: the one its scores stand for. */
const lastMomentOf = (week: string): Date => new Date(endOfWeek(week).getTime() - 1);

/** All that a leader's digest of one week is composed of, told as of the moment the week is over. */
export function digestInputOf(
  survey: Survey,
  { unitName, histories }: LedGroups,
  asked: { leaderId: string; week: string; themes: readonly Theme[] },
): DigestInput {
  const { leaderId, week, themes } = asked;
  const before = weeksUpTo(week).slice(0, -1);
  const groups = histories.map(history => analyzeGroup(history, lastMomentOf(week)));
  const states = new Map(
    histories.map((history, at) => [
      history.group.id,
      new Map([
        ...before.map(each => [each, analyzeGroup(history, lastMomentOf(each)).state] as const),
        ...(groups[at] ? [[week, groups[at].state] as const] : []),
      ]),
    ]),
  );
  return gatherInput({
    asked: { leaderId, unitName, week, href: null, isLate: false },
    groups,
    stateIn: (groupId, each) => states.get(groupId)?.get(each) ?? null,
    rows: histories,
    nameOf: new Map(survey.lines.flatMap(line => (line.type === 'person' ? [[line.id, line.name]] : []))),
    themes,
    now: endOfWeek(week),
  });
}
