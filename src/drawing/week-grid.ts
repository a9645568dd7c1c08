import type { DigestChart } from '../digest/digest-input.ts';
import { shortName } from '../digest/short-name.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { drawable } from './drawable.ts';
import { FAINT, MARGIN, type Places, SMALL, WIDTH } from './places.ts';
import { wordsAt } from './words.ts';

const NAMES = 380;
const NAME_WIDTH = 10;
const GAP = 6;
const NONE = '#eaedf0';

interface Cell {
  value: [week: number, row: number];
  itemStyle: { color: string };
  label: { formatter: string; color?: string };
}

/** How many groups stood in each state: one row a state. A count of none is pale, a week not known is empty. */
const tallyCells = ({ tally }: DigestChart): Cell[] =>
  (tally ?? []).flatMap(({ state, counts }, row) =>
    counts.flatMap((count, week) =>
      count === null
        ? []
        : [
            {
              value: [week, row] as [number, number],
              itemStyle: { color: count > 0 ? STATE_WORDS[state].colour : NONE },
              label: { formatter: String(count), ...(count > 0 ? {} : { color: FAINT }) },
            },
          ],
    ),
  );

/** One row a group, one cell a week: colour and mark together. */
const groupCells = ({ rows }: DigestChart, first: number): Cell[] =>
  rows.flatMap((row, at) =>
    row.states.flatMap((state, week) =>
      state === null
        ? []
        : [
            {
              value: [week, first + at] as [number, number],
              itemStyle: { color: STATE_WORDS[state].colour },
              label: { formatter: STATE_WORDS[state].mark },
            },
          ],
    ),
  );

/** What stands before the rows: the states that are counted, then the groups with their numbers. */
function namesOf({ rows, tally }: DigestChart, places: Places) {
  const yOf = (row: number) => places.gridTop + (row + 0.5) * places.rowHeight;
  const counted = (tally ?? []).map(({ state }, row) =>
    wordsAt(`${STATE_WORDS[state].word}（群数）`, { x: MARGIN + 50, y: yOf(row), size: 30 }),
  );
  const named = rows.flatMap(({ name }, at) => {
    const y = yOf(counted.length + at);
    return [
      wordsAt(String(at + 1), { x: MARGIN + 36, y, size: SMALL, fill: FAINT, align: 'right' }),
      wordsAt(shortName(drawable(name), NAME_WIDTH), { x: MARGIN + 50, y, size: 30 }),
    ];
  });
  if (counted.length + named.length > 0) return [...counted, ...named];
  return [wordsAt('还没有群', { x: MARGIN, y: yOf(0), size: 30, fill: FAINT })];
}

/** Eight weeks of states: counted where the groups are many, and a row for each group that is drawn. */
export function weekGridOf(chart: DigestChart, places: Places) {
  const { rows, weeks, tally } = chart;
  const cellWidth = (WIDTH - MARGIN - NAMES) / Math.max(1, weeks.length);
  const counted = tally?.length ?? 0;
  const hidden = { show: false };
  return {
    grid: { left: NAMES, right: MARGIN, top: places.gridTop, height: places.gridHeight },
    xAxis: {
      type: 'category' as const,
      gridIndex: 0,
      data: weeks.map(week => week),
      position: 'top' as const,
      axisLine: hidden,
      axisTick: hidden,
      axisLabel: { fontSize: SMALL, color: FAINT, interval: 0 },
    },
    yAxis: {
      type: 'category' as const,
      gridIndex: 0,
      data: Array.from({ length: counted + rows.length }, (_, at) => String(at)),
      inverse: true,
      show: false,
    },
    series: {
      type: 'scatter' as const,
      xAxisIndex: 0,
      yAxisIndex: 0,
      symbol: 'roundRect' as const,
      symbolSize: [cellWidth - GAP, places.rowHeight - GAP],
      itemStyle: { opacity: 1 },
      label: { show: true, fontSize: 30, fontWeight: 'bold' as const, color: '#ffffff' },
      data: [...tallyCells(chart), ...groupCells(chart, counted)],
    },
    graphic: namesOf(chart, places),
  };
}
