import type { GroupAnalysis, GroupState } from '../analysis/group-analysis.ts';
import { addDays, mondayOf, startOfDay, weekOf } from '../time.ts';
import type { DigestInput } from './digest-input.ts';
import { confirmedByGroup, helpedIn } from './helped.ts';
import { praiseOf } from './praise.ts';
import { waitingAt } from './waiting.ts';
import type { WeekRows } from './week-rows.ts';

const WEEKS_SHOWN = 8;

/** The moment a week is over. */
export const endOfWeek = (week: string): Date => startOfDay(addDays(mondayOf(week), 7));

/** The eight weeks of a digest's picture up to and including `week`, oldest first. */
export const weeksUpTo = (week: string): string[] =>
  Array.from({ length: WEEKS_SHOWN }, (_, at) => weekOf(addDays(mondayOf(week), 7 * (at + 1 - WEEKS_SHOWN))));

/** What a digest is made of, wherever it came from: the database or an archive. */
export interface DigestSources {
  asked: Pick<DigestInput, 'leaderId' | 'unitName' | 'week' | 'href' | 'isLate'>;
  /** The week asked for, in the order of the groups' ids, which says nothing of them. */
  groups: readonly GroupAnalysis[];
  /** How a group stood in any of the eight weeks; null where that is not known. */
  stateIn(groupId: string, week: string): GroupState | null;
  rows: readonly WeekRows[];
  nameOf: ReadonlyMap<string, string>;
  themes: DigestInput['themes'];
  /** When it is told: what waits is told as of then. */
  now: Date;
}

/** All that a digest is composed of; pure, so that an archive and the database say the same of the same week. */
export function gatherInput(sources: DigestSources): DigestInput {
  const { asked, groups, stateIn, rows, nameOf, themes, now } = sources;
  const weeks = weeksUpTo(asked.week);
  const before = weeks.at(-2);
  const previous = groups.flatMap(({ groupId }) => {
    const state = before === undefined ? null : stateIn(groupId, before);
    return state === null ? [] : [{ groupId, state }];
  });
  const span = { from: startOfDay(mondayOf(asked.week)), to: endOfWeek(asked.week) };
  return {
    ...asked,
    groups,
    previous,
    history: groups.map(({ groupId }) => ({
      groupId,
      weeks: weeks.map(week => ({ week, state: stateIn(groupId, week) })),
    })),
    helped: helpedIn(rows, span),
    ...waitingAt(rows, now, nameOf),
    praise: praiseOf(groups, previous, confirmedByGroup(rows, span)),
    themes,
  };
}
