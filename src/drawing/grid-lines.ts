import type { DigestChart, DrawnGroup } from '../digest/digest-input.ts';

type Tally = NonNullable<DigestChart['tally']>[number];

/** One line of the weekly states. */
export type GridLine = { heading: string } | { tally: Tally } | { group: DrawnGroup };

/** The lines of the weekly states from above: counts, those that need care, the others. */
export function gridLines({ rows, tally }: DigestChart): GridLine[] {
  const inCare = rows.filter(row => row.needsCare);
  const others = rows.filter(row => !row.needsCare);
  const isParted = tally !== null || (inCare.length > 0 && others.length > 0);
  const under = (heading: string, groups: readonly DrawnGroup[]): GridLine[] =>
    groups.length === 0 ? [] : [...(isParted ? [{ heading }] : []), ...groups.map(group => ({ group }))];
  return [
    ...(tally ? [{ heading: '各状态有几个群' }, ...tally.map(each => ({ tally: each }))] : []),
    ...under('要看的群', inCare),
    ...under('其他的群', others),
  ];
}
