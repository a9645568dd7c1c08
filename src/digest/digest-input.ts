import type { GroupAnalysis, GroupState } from '../analysis/group-analysis.ts';
import type { Theme } from '../themes/theme.ts';
import type { Helped } from './helped.ts';
import type { Waiting } from './waiting.ts';

/** All that a digest is composed of; it names groups and units, never a person. */
export interface DigestInput {
  leaderId: string;
  unitName: string;
  /** `2026-W47`. */
  week: string;
  /** Where the rows behind the numbers can be opened; null when there is no page. */
  href: string | null;
  /** Told later than Monday morning; the digest says so. */
  isLate: boolean;
  /** Groups of the units below, in the order of their ids, which is never a ranking. */
  groups: readonly GroupAnalysis[];
  /** The same groups a week before; those without a score then are missing. */
  previous: readonly Pick<GroupAnalysis, 'groupId' | 'state'>[];
  /** Eight weeks of states, oldest first; null where a week was not scored. */
  history: readonly { groupId: string; weeks: readonly { week: string; state: GroupState | null }[] }[];
  helped: Helped;
  openTickets: Waiting['openTickets'];
  overdue: Waiting['overdue'];
  straightUp: Waiting['straightUp'];
  improvements: Waiting['improvements'];
  /** Groups that did well, and by what. */
  praise: readonly { groupId: string; name: string; why: string }[];
  /** What the members needed, the most persons first. */
  themes: readonly Theme[];
  /** The number of the first group's line; 1 unless the leader read another unit's digest this morning. */
  firstNumber?: number;
}

/** What the picture shows; plain values, so that it can be drawn anywhere and again. */
export interface DigestChart {
  title: string;
  /** `11月16日-11月22日`. */
  span: string;
  groups: number;
  /** Null where no group can be judged: unknown is not zero. */
  cold: number | null;
  helpedPersons: number | null;
  /** `40周` …, oldest first. */
  weeks: string[];
  /** Those that need care, then the others, each in the order given; of too many groups only those that need care. */
  rows: DrawnGroup[];
  /** How many groups stood in each state week by week, where there are too many to draw each; null where all are drawn. */
  tally: { state: GroupState; counts: (number | null)[] }[] | null;
  /** What of the groups is not drawn one by one; empty where all are. */
  rest: string;
  /** Of the last 30 days; groups that cannot be judged are missing. `number` is null for a group without a row. */
  points: { number: number | null; state: GroupState; cadreMessages: number; help: number }[];
}

/** One group's row of the picture. */
export interface DrawnGroup {
  /** The number by which text and picture call it: 详 3. */
  number: number;
  groupId: string;
  name: string;
  needsCare: boolean;
  states: (GroupState | null)[];
}

export interface Digest {
  /** At most 300 characters. */
  text: string;
  /** Nothing the leader has to look after: one line, no picture. */
  isQuiet: boolean;
  /** What the numbers in text and picture stand for: 详 3 and 改进 3 mean what was read. */
  numbered: readonly { number: number; groupId: string; detector: string | null }[];
  chart: DigestChart;
}
