import type { DigestChart } from '../digest/digest-input.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { shorten } from '../texts/moments.ts';
import { drawable } from './drawable.ts';
import { FAINT, MARGIN, type Places, SMALL, WIDTH } from './places.ts';
import { wordsAt } from './words.ts';

const NAMES = 380;
const NAME_LENGTH = 9;
const GAP = 6;

/** One row a group in the order given, one cell a week: colour and mark together. */
export function weekGridOf({ rows, weeks }: DigestChart, places: Places) {
  const cellWidth = (WIDTH - MARGIN - NAMES) / Math.max(1, weeks.length);
  const cells = rows.flatMap((row, at) =>
    row.states.flatMap((state, week) =>
      state === null
        ? []
        : [
            {
              value: [week, at],
              itemStyle: { color: STATE_WORDS[state].colour },
              label: { formatter: STATE_WORDS[state].mark },
            },
          ],
    ),
  );
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
      data: rows.map((_, at) => String(at)),
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
      data: cells,
    },
    graphic: rows.length
      ? rows.flatMap(({ name }, at) => {
          const y = places.gridTop + (at + 0.5) * places.rowHeight;
          return [
            wordsAt(String(at + 1), { x: MARGIN + 36, y, size: SMALL, fill: FAINT, align: 'right' }),
            wordsAt(shorten(drawable(name), NAME_LENGTH), { x: MARGIN + 50, y, size: 30 }),
          ];
        })
      : [wordsAt('还没有群', { x: MARGIN, y: places.gridTop + places.rowHeight / 2, size: 30, fill: FAINT })],
  };
}
