import { ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DigestChart } from '../digest/digest-input.ts';
import { FONT_FAMILY } from './font.ts';
import { headOf, legendOf, restOf } from './head.ts';
import { placesOf, WIDTH } from './places.ts';
import { quadrantOf } from './quadrant.ts';
import { weekGridOf } from './week-grid.ts';

use([ScatterChart, GraphicComponent, GridComponent, MarkLineComponent, SVGRenderer]);

/** The picture of a digest as SVG, 1080 wide: three numbers, eight weeks of states, contact against help. */
export function drawDigestChart(chart: DigestChart): string {
  const places = placesOf(chart);
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: places.height });
  const weeks = weekGridOf(chart, places);
  const quadrant = chart.points.length > 0 ? quadrantOf(chart, places) : null;
  drawn.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT_FAMILY },
    graphic: [
      ...headOf(chart),
      ...legendOf(chart, places),
      ...restOf(places),
      ...weeks.graphic,
      ...(quadrant?.graphic ?? []),
    ],
    grid: [weeks.grid, ...(quadrant ? [quadrant.grid] : [])],
    xAxis: [weeks.xAxis, ...(quadrant ? [quadrant.xAxis] : [])],
    yAxis: [weeks.yAxis, ...(quadrant ? [quadrant.yAxis] : [])],
    series: [weeks.series, ...(quadrant ? [quadrant.series] : [])],
  });
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return svg;
}
