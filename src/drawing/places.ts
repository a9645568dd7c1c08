import type { DigestChart } from '../digest/digest-input.ts';
import { legendStates } from './legend-states.ts';

export const WIDTH = 1080;
export const MARGIN = 44;
export const INK = '#1f2328';
export const FAINT = '#57606a';
/** Nothing smaller is ever drawn: a phone shows the picture at about a third. */
export const SMALL = 28;
export const LEGEND_COLUMNS = 4;
export const LEGEND_ROW = 52;

const HEAD = 400;
const ROW = 62;
const WEEK_LINE = 50;
const BETWEEN = 150;
const QUADRANT = 640;

/** Where the parts stand, in pixels from the top; the picture grows with the number of groups. */
export interface Places {
  rowHeight: number;
  gridTop: number;
  gridHeight: number;
  legendTop: number;
  quadrantTop: number;
  quadrantHeight: number;
  height: number;
}

export function placesOf(chart: DigestChart): Places {
  const gridTop = HEAD + WEEK_LINE;
  const gridHeight = Math.max(1, chart.rows.length) * ROW;
  const legendTop = gridTop + gridHeight + 24;
  const legendRows = Math.ceil(legendStates(chart).length / LEGEND_COLUMNS);
  const quadrantTop = legendTop + legendRows * LEGEND_ROW + BETWEEN;
  return {
    rowHeight: ROW,
    gridTop,
    gridHeight,
    legendTop,
    quadrantTop,
    quadrantHeight: QUADRANT,
    height: chart.points.length > 0 ? quadrantTop + QUADRANT + 90 : legendTop + legendRows * LEGEND_ROW + 40,
  };
}
