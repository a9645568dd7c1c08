import type { DigestChart } from '../digest/digest-input.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { drawable } from './drawable.ts';
import { legendStates } from './legend-states.ts';
import { FAINT, INK, LEGEND_COLUMNS, LEGEND_ROW, LINE, MARGIN, type Places, SMALL, WIDTH } from './places.ts';
import { boxAt, wordsAt } from './svg.ts';

const MARK = 40;

/** As large as the title fits on its line. */
const titleSize = (title: string): number =>
  Math.min(52, Math.floor((WIDTH - 2 * MARGIN) / Math.max(1, [...title].length)));

/** Title and the three numbers: groups, cold groups, persons helped; what is not known is a question mark. */
export function headOf(chart: DigestChart): string[] {
  const title = drawable(chart.title);
  const numbers = [
    { value: chart.groups, unit: '个群', fill: INK },
    { value: chart.cold, unit: '个冷群', fill: chart.cold ? STATE_WORDS.cold.colour : INK },
    {
      value: chart.helpedPersons,
      unit: '人得到帮助',
      fill: chart.helpedPersons ? STATE_WORDS.healthy.colour : INK,
    },
  ];
  const column = (WIDTH - 2 * MARGIN) / numbers.length;
  return [
    wordsAt(title, { x: MARGIN, y: 70, size: titleSize(title), bold: true }),
    wordsAt(chart.span, { x: MARGIN, y: 130, size: 32, fill: FAINT }),
    ...numbers.flatMap(({ value, unit, fill }, at) => {
      const x = MARGIN + column * (at + 0.5);
      const ink = value === null ? FAINT : fill;
      return [
        wordsAt(String(value ?? '?'), { x, y: 230, size: 96, bold: true, fill: ink, align: 'middle' }),
        wordsAt(unit, { x, y: 308, size: 34, align: 'middle' }),
      ];
    }),
    wordsAt('每周状态', { x: MARGIN, y: 380, size: 36, bold: true }),
  ];
}

/** What marks and colours mean. */
export function legendOf(chart: DigestChart, places: Places): string[] {
  const column = (WIDTH - 2 * MARGIN) / LEGEND_COLUMNS;
  return legendStates(chart).flatMap((state, at) => {
    const { word, mark, colour } = STATE_WORDS[state];
    const x = MARGIN + column * (at % LEGEND_COLUMNS);
    const y = places.legendTop + LEGEND_ROW * (Math.floor(at / LEGEND_COLUMNS) + 0.5);
    return [
      boxAt({ x, y: y - MARK / 2, width: MARK, height: MARK }, colour),
      wordsAt(mark, { x: x + MARK / 2, y, size: SMALL, bold: true, fill: '#ffffff', align: 'middle' }),
      wordsAt(word, { x: x + MARK + 12, y, size: 30 }),
    ];
  });
}

/** What is not drawn, in lines below the legend. */
export const restOf = ({ rest, restTop }: Places): string[] =>
  rest.map((line, at) => wordsAt(line, { x: MARGIN, y: restTop + (at + 0.5) * LINE, size: SMALL }));
