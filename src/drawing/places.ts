import type { DigestChart } from '../digest/digest-input.ts';
import { type GridLine, gridLines } from './grid-lines.ts';
import { legendStates } from './legend-states.ts';

export const WIDTH = 1080;
export const MARGIN = 44;
export const INK = '#1f2328';
export const FAINT = '#57606a';
/** Nothing smaller is ever drawn: a phone shows the picture at about a third. */
export const SMALL = 28;
export const LEGEND_COLUMNS = 4;
export const LEGEND_ROW = 52;
/** One line of a sentence. */
export const LINE = 46;
export const ROW = 62;
/** So many Chinese characters of `SMALL` fit beside each other. */
const LINE_SIGNS = Math.floor((WIDTH - 2 * MARGIN) / SMALL);

const HEAD = 400;
const WEEK_LINE = 50;
const BETWEEN = 120;
const QUADRANT = 640;

/** Where the parts stand, in pixels from the top; the picture grows with the number of lines. */
export interface Places {
  gridTop: number;
  lines: readonly GridLine[];
  legendTop: number;
  /** The sentence of what is not drawn, in lines. */
  rest: readonly string[];
  restTop: number;
  quadrantTop: number;
  quadrantHeight: number;
  height: number;
}

/** A sentence in lines that fit, broken between its counts where it has any. */
function linesOf(sentence: string): string[] {
  const lines: string[] = [];
  for (const part of sentence.split(/(?<=[、，：。])/u)) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...part].length <= LINE_SIGNS) lines[lines.length - 1] = last + part;
    else if (part !== '') lines.push(part);
  }
  return lines;
}

/** What is said below the rows: what is not drawn, or that there is nothing to place in the quadrant. */
function restOf({ rest, points, rows, tally }: DigestChart): string {
  const isUnclear = points.length === 0 && (rows.length > 0 || tally !== null);
  return `${rest}${isUnclear ? '这些群还看不清，记录还不够。' : ''}`;
}

export function placesOf(chart: DigestChart): Places {
  const gridTop = HEAD + WEEK_LINE;
  const lines = gridLines(chart);
  const legendTop = gridTop + Math.max(1, lines.length) * ROW + 24;
  const legendRows = Math.ceil(legendStates(chart).length / LEGEND_COLUMNS);
  const rest = linesOf(restOf(chart));
  const restTop = legendTop + legendRows * LEGEND_ROW + 10;
  const end = restTop + rest.length * LINE;
  const quadrantTop = end + BETWEEN;
  return {
    gridTop,
    lines,
    legendTop,
    rest,
    restTop,
    quadrantTop,
    quadrantHeight: QUADRANT,
    height: chart.points.length > 0 ? quadrantTop + QUADRANT + 90 : end + 40,
  };
}
