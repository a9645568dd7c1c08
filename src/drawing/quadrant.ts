import { THRESHOLDS } from '../analysis/thresholds.ts';
import type { DigestChart } from '../digest/digest-input.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { DOT, type Dot, placeDots, SMALL_DOT } from './place-dots.ts';
import { FAINT, MARGIN, type Places, SMALL, WIDTH } from './places.ts';
import { dotAt, lineAt, wordsAt } from './svg.ts';

const LEFT = 110;
const RIGHT = WIDTH - MARGIN;
const DASHED = { stroke: '#c4cad1', dashed: true };

interface Frame {
  top: number;
  bottom: number;
  middle: readonly [x: number, y: number];
}

const axesOf = ({ top, bottom, middle: [x, y] }: Frame): string[] => [
  lineAt([x, top], [x, bottom], DASHED),
  lineAt([LEFT, y], [RIGHT, y], DASHED),
  lineAt([LEFT, top], [LEFT, bottom], { stroke: FAINT }),
  lineAt([LEFT, bottom], [RIGHT, bottom], { stroke: FAINT }),
];

function namesOf({ top, bottom, middle: [x, y] }: Frame): string[] {
  const corner = { size: 30, fill: FAINT };
  return [
    wordsAt('话少、帮助多', { x: LEFT + 20, y: top + 26, ...corner }),
    wordsAt('话多、帮助多', { x: RIGHT - 20, y: top + 26, ...corner, align: 'end' }),
    wordsAt('话少、帮助少', { x: LEFT + 20, y: y + 26, ...corner }),
    wordsAt('话多、帮助少', { x: RIGHT - 20, y: y + 26, ...corner, align: 'end' }),
    wordsAt(`干部发言越往右越多（中线${THRESHOLDS.quadrant.contact}次）`, {
      x,
      y: bottom + 40,
      size: SMALL,
      align: 'middle',
    }),
    ...[...'帮到越往上越多'].map((sign, at) =>
      wordsAt(sign, { x: LEFT - 44, y: y + (at - 3) * 40, size: SMALL, align: 'middle' }),
    ),
  ];
}

/** A dot bears the number and the colour of its row; one without a row is small and bears none. */
function drawDot({ x, y, state, number }: Dot, bottom: number): string[] {
  const place = { x: LEFT + x, y: bottom - y };
  const fill = STATE_WORDS[state].colour;
  if (number === null) return [dotAt({ ...place, size: SMALL_DOT }, fill)];
  const ink = { size: SMALL, bold: true, fill: '#ffffff', align: 'middle' as const };
  return [dotAt({ ...place, size: DOT }, fill), wordsAt(String(number), { ...place, ...ink })];
}

/** Contact across, help upwards, of the last 30 days; those with a number are drawn last, so that none is covered. */
export function quadrant({ points, rows, tally }: DigestChart, places: Places): string[] {
  const { quadrantTop: top, quadrantHeight: height } = places;
  const width = RIGHT - LEFT;
  const frame: Frame = { top, bottom: top + height, middle: [LEFT + width / 2, top + height / 2] };
  const dots = placeDots(points, { width, height });
  const small = tally === null ? '' : rows.length > 0 ? '，小点是没单列的群' : '，一点是一个群';
  const title = `联系和帮助（近30天${tally === null ? '，数字是上面的群' : small}）`;
  return [
    wordsAt(title, { x: MARGIN, y: top - 50, size: 36, bold: true }),
    ...axesOf(frame),
    ...namesOf(frame),
    ...dots.filter(dot => dot.number === null).flatMap(dot => drawDot(dot, frame.bottom)),
    ...dots.filter(dot => dot.number !== null).flatMap(dot => drawDot(dot, frame.bottom)),
  ];
}
