import type { DigestChart } from '../digest/digest-input.ts';
import { headOf, legendOf, restOf } from './head.ts';
import { placesOf, WIDTH } from './places.ts';
import { quadrant } from './quadrant.ts';
import { pictureOf } from './svg.ts';
import { weekGrid } from './week-grid.ts';

/** The picture of a digest as SVG, 1080 wide: three numbers, eight weeks of states, contact against help. */
export function drawDigestChart(chart: DigestChart): string {
  const places = placesOf(chart);
  return pictureOf({ width: WIDTH, height: places.height }, [
    ...headOf(chart),
    ...weekGrid(chart, places),
    ...legendOf(chart, places),
    ...restOf(places),
    ...(chart.points.length > 0 ? quadrant(chart, places) : []),
  ]);
}
