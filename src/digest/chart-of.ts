import type { DigestChart, DigestInput } from './digest-input.ts';
import { saySpan } from './say-week.ts';

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The facts of the picture, group by group in the order given. */
export function chartOf(input: DigestInput, title: string): DigestChart {
  const weeks = input.history[0]?.weeks.map(({ week }) => week) ?? [input.week];
  const states = new Map(
    input.history.map(({ groupId, weeks: past }) => [groupId, new Map(past.map(p => [p.week, p.state]))]),
  );
  const judged = input.groups.filter(group => group.state !== 'exempt');
  return {
    title,
    span: saySpan(input.week),
    groups: judged.length,
    cold: judged.filter(group => group.state === 'cold').length,
    helpedPersons: input.helped.persons,
    weeks: weeks.map(week => `${Number(week.slice(-2))}周`),
    rows: input.groups.map(({ groupId, name, state }) => ({
      name,
      states: weeks.map(week => (week === input.week ? state : (states.get(groupId)?.get(week) ?? null))),
    })),
    points: input.groups.flatMap(({ state, measures }, row) =>
      state === 'exempt' || state === 'unknown'
        ? []
        : [
            {
              row,
              state,
              cadreMessages: numberIn(measures['M1']?.['messages']),
              help: numberIn(measures['M2']?.['help']),
            },
          ],
    ),
  };
}
