import type { GroupAnalysis, GroupState } from '../analysis/group-analysis.ts';
import { isBad } from '../analysis/state.ts';
import type { DigestChart, DigestInput } from './digest-input.ts';
import { saySpan } from './say-week.ts';
import { SHOWN_STATES, STATE_WORDS } from './state-words.ts';

/** More groups than these are counted by state, and only those that need care have a row of their own. */
const MOST_ROWS = 16;
const MOST_IN_CARE = 12;

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** `另有108个群不单列：正常98个、未知10个。` */
function sayRest(groups: readonly GroupAnalysis[], shown: readonly GroupAnalysis[]): string {
  const rest = groups.filter(group => !shown.includes(group));
  const counts = SHOWN_STATES.flatMap(state => {
    const count = rest.filter(group => group.state === state).length;
    return count > 0 ? [`${STATE_WORDS[state].word}${count}个`] : [];
  });
  return rest.length > 0 ? `另有${rest.length}个群不单列：${counts.join('、')}。` : '';
}

type StateIn = (groupId: string, week: string) => GroupState | null;

/** Groups in each state, week by week; a week of which nothing is known stays empty. */
function tallyOf(
  groups: readonly GroupAnalysis[],
  weeks: readonly string[],
  stateIn: StateIn,
): DigestChart['tally'] {
  const columns = weeks.map(week => groups.flatMap(({ groupId }) => stateIn(groupId, week) ?? []));
  return SHOWN_STATES.filter(state => columns.some(column => column.includes(state))).map(state => ({
    state,
    counts: columns.map(column =>
      column.length === 0 ? null : column.filter(each => each === state).length,
    ),
  }));
}

/** Groups with a row of their own, in the order of their numbers: those that need care, then the others. */
function drawnOf(groups: readonly GroupAnalysis[]): GroupAnalysis[] {
  const inCare = groups.filter(group => isBad(group.state));
  if (groups.length > MOST_ROWS) return inCare.slice(0, MOST_IN_CARE);
  return [...inCare, ...groups.filter(group => !isBad(group.state))];
}

type Head = Pick<DigestChart, 'title' | 'span' | 'groups' | 'cold' | 'helpedPersons'>;

/** The three numbers; what no group can tell of is unknown, not none. */
function headOf({ groups, helped, week }: DigestInput, title: string): Head {
  const judged = groups.filter(group => group.state !== 'exempt');
  const isUnclear = judged.every(group => group.state === 'unknown');
  return {
    title,
    span: saySpan(week),
    groups: judged.length,
    cold: isUnclear ? null : judged.filter(group => group.state === 'cold').length,
    helpedPersons: isUnclear && helped.persons === 0 ? null : helped.persons,
  };
}

/** The facts of the picture. */
export function chartOf(input: DigestInput, title: string): DigestChart {
  const { groups, history, week: thisWeek, firstNumber = 1 } = input;
  const weeks = history[0]?.weeks.map(({ week }) => week) ?? [thisWeek];
  const states = new Map(
    history.map(({ groupId, weeks: past }) => [groupId, new Map(past.map(p => [p.week, p.state]))]),
  );
  const now = new Map(groups.map(group => [group.groupId, group.state]));
  const stateIn: StateIn = (groupId, week) =>
    (week === thisWeek ? now.get(groupId) : states.get(groupId)?.get(week)) ?? null;
  const drawn = drawnOf(groups);
  const numberOf = new Map(drawn.map(({ groupId }, at) => [groupId, firstNumber + at]));
  return {
    ...headOf(input, title),
    weeks: weeks.map(week => `${Number(week.slice(-2))}周`),
    rows: drawn.map(({ groupId, name, state }, at) => ({
      number: firstNumber + at,
      groupId,
      name,
      needsCare: isBad(state),
      states: weeks.map(week => stateIn(groupId, week)),
    })),
    tally: drawn.length === groups.length ? null : tallyOf(groups, weeks, stateIn),
    rest: sayRest(groups, drawn),
    points: groups.flatMap(({ groupId, state, measures }) =>
      state === 'exempt' || state === 'unknown'
        ? []
        : [
            {
              number: numberOf.get(groupId) ?? null,
              state,
              cadreMessages: numberIn(measures['M1']?.['messages']),
              help: numberIn(measures['M2']?.['help']),
            },
          ],
    ),
  };
}
