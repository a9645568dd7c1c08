import { THRESHOLDS } from '../analysis/thresholds.ts';
import type { DigestChart } from '../digest/digest-input.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { DOT, placeDots, SMALL_DOT } from './place-dots.ts';
import { FAINT, INK, MARGIN, type Places, SMALL, WIDTH } from './places.ts';
import { wordsAt } from './words.ts';

const LEFT = 110;

const axis = { min: 0, max: 1, gridIndex: 1, show: true, type: 'value' as const };
const bare = {
  axisTick: { show: false },
  axisLabel: { show: false },
  splitLine: { show: false },
  axisLine: { show: true, onZero: false, lineStyle: { color: FAINT, width: 2 } },
};

/** Contact across, help upwards, of the last 30 days; a dot bears the number and the colour of its row. */
export function quadrantOf(chart: DigestChart, places: Places) {
  const width = WIDTH - LEFT - MARGIN;
  const { quadrantTop: top, quadrantHeight: height } = places;
  const dots = placeDots(chart.points, { width, height });
  const corner = { size: 30, fill: FAINT };
  const half = LEFT + width / 2;
  return {
    grid: { left: LEFT, width, top, height },
    xAxis: { ...axis, ...bare },
    yAxis: { ...axis, ...bare },
    series: {
      type: 'scatter' as const,
      xAxisIndex: 1,
      yAxisIndex: 1,
      symbolSize: DOT,
      itemStyle: { opacity: 1 },
      z: 5,
      label: { show: true, fontSize: SMALL, fontWeight: 'bold' as const, color: '#ffffff' },
      // Those with a number are drawn last, so that none is covered.
      data: [...dots]
        .sort((a, b) => Number(a.row !== null) - Number(b.row !== null))
        .map(({ x, y, state, row }) => ({
          value: [x / width, y / height],
          itemStyle: { color: STATE_WORDS[state].colour },
          ...(row === null
            ? { symbolSize: SMALL_DOT, label: { show: false } }
            : { label: { formatter: String(row + 1) } }),
        })),
      markLine: {
        silent: true,
        z: 1,
        symbol: 'none' as const,
        label: { show: false },
        lineStyle: { color: '#c4cad1', width: 2, type: 'dashed' as const },
        data: [{ xAxis: 0.5 }, { yAxis: 0.5 }],
      },
    },
    graphic: [
      wordsAt(
        chart.tally ? '联系和帮助（近30天，小点是没单列的群）' : '联系和帮助（近30天，数字是上面的群）',
        {
          x: MARGIN,
          y: top - 70,
          size: 36,
          bold: true,
          fill: INK,
        },
      ),
      wordsAt('话少有帮助', { x: LEFT + 20, y: top + 26, ...corner }),
      wordsAt('常联系有帮助', { x: LEFT + width - 20, y: top + 26, ...corner, align: 'right' }),
      wordsAt('少联系少帮助', { x: LEFT + 20, y: top + height / 2 + 26, ...corner }),
      wordsAt('话多少帮助', { x: LEFT + width - 20, y: top + height / 2 + 26, ...corner, align: 'right' }),
      wordsAt(`干部发言越往右越多（中线${THRESHOLDS.quadrant.contact}次）`, {
        x: half,
        y: top + height + 40,
        size: SMALL,
        align: 'center',
      }),
      ...[...'帮到越往上越多'].map((sign, at) =>
        wordsAt(sign, { x: LEFT - 44, y: top + height / 2 + (at - 3) * 40, size: SMALL, align: 'center' }),
      ),
    ],
  };
}
