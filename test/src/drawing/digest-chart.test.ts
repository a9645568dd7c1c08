import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontFile } from '../../../db/content.ts';
import { drawDigest } from '../../../draw-digest.ts';
import { GROUP_STATES } from '../../../src/analysis/group-analysis.ts';
import { composeDigest } from '../../../src/digest.ts';
import { drawDigestChart } from '../../../src/drawing/digest-chart.ts';
import { FONT_FILES } from '../../../src/drawing/font.ts';
import { DOT, placeDots } from '../../../src/drawing/place-dots.ts';
import { analysed, MONDAY, weekOfGroups } from '../../support/digest-inputs.ts';

const digestOf = (count: number) =>
  composeDigest(
    weekOfGroups(
      Array.from({ length: count }, (_, at) =>
        analysed(`g${at}`, `彭浦第${at}邻里群`, GROUP_STATES[at % GROUP_STATES.length] ?? 'cold'),
      ),
      { helped: { persons: 23, byLine: [], volunteers: 0 } },
    ),
    MONDAY,
  );

/** Width and height as a PNG's head says them. */
const sizeOf = (png: Uint8Array) => {
  const head = new DataView(png.buffer, png.byteOffset, 24);
  return { width: head.getUint32(16), height: head.getUint32(20) };
};

/** Pixels that are nearly black: the text is, the cells are not. */
function darkPixels(svg: string, fontFiles: string[]): number {
  const options = { background: '#ffffff', font: { fontFiles, loadSystemFonts: false } };
  const { pixels } = new Resvg(svg, options).render();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4)
    if ((pixels[at] ?? 255) < 60 && (pixels[at + 1] ?? 255) < 60 && (pixels[at + 2] ?? 255) < 60) dark++;
  return dark;
}

describe('the picture of a digest', () => {
  it.each([0, 1, 12, 40, 300])(
    'is 1080 wide, and long enough to be read on a phone, for %i groups',
    async count => {
      const { width, height } = sizeOf(await drawDigest(digestOf(count)));
      expect(width).toBe(1080);
      expect(height).toBeGreaterThan(500 + Math.min(count, 12) * 50);
      expect(height).toBeLessThan(3200);
    },
  );

  it('counts many groups by state, draws those that need care, and says what is not drawn', () => {
    const { chart } = digestOf(40);
    expect(chart.rows.every(row => row.needsCare)).toBe(true);
    expect(chart.tally?.reduce((sum, { counts }) => sum + (counts.at(-1) ?? 0), 0)).toBe(40);
    const svg = drawDigestChart(chart);
    expect(svg).toContain('各状态有几个群');
    expect(svg).toContain(`另有${40 - chart.rows.length}个群不单列`);
    expect(svg).not.toContain('其他的群');
  });

  it('shows what is not known as a question mark, never as none', () => {
    const unknown = composeDigest(weekOfGroups([analysed('g', '新群', 'unknown')]), MONDAY);
    const svg = drawDigestChart(unknown.chart);
    expect(svg).not.toMatch(/>0</u);
    expect(svg).toContain('这些群还看不清');
  });

  it('lets no name reach into the weeks', () => {
    const names = [
      '彭浦新村街道艺康苑居民一群',
      'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
      '三泉路社区老年大学书法绘画班',
    ];
    const { chart } = composeDigest(weekOfGroups(names.map(name => analysed(name, name, 'cold'))), MONDAY);
    const texts = [...drawDigestChart(chart).matchAll(/<text x="94"[^>]*font-size="30"[^>]*>([^<]+)</gu)];
    const fonts = FONT_FILES.map(name => fileURLToPath(fontFile(name)));
    expect(texts).toHaveLength(3);
    for (const [, text] of texts) {
      const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="60"><text x="0" y="40" font-size="30" font-family="Noto Sans SC">${text}</text></svg>`;
      const box = new Resvg(alone, { font: { fontFiles: fonts, loadSystemFonts: false } }).getBBox();
      expect(box?.width ?? 999).toBeLessThan(380 - 94);
    }
  });

  it('is written with the font of the project: without it there is nothing to read', () => {
    const svg = drawDigestChart(digestOf(12).chart);
    const fonts = FONT_FILES.map(name => fileURLToPath(fontFile(name)));
    expect(darkPixels(svg, fonts)).toBeGreaterThan(darkPixels(svg, []) + 10_000);
  });

  it('has no text smaller than 28', () => {
    const svg = drawDigestChart(digestOf(40).chart);
    const sizes = [...svg.matchAll(/font-size="(\d+(?:\.\d+)?)"/g)].map(found => Number(found[1]));
    expect(sizes.length).toBeGreaterThan(40);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  });

  it('shows names as plain text: no markup and no sign that the font lacks', () => {
    const digest = composeDigest(weekOfGroups([analysed('g', '<b>花🌸</b>', 'cold')]), MONDAY);
    const svg = drawDigestChart(digest.chart);
    expect(svg).not.toContain('<b>');
    expect(svg).not.toContain('🌸');
    expect(svg).toContain('花');
  });

  it('lets no dot cover another, however many groups stand at the same place', () => {
    const points = Array.from({ length: 40 }, (_, row) => ({
      number: row + 1,
      state: 'cold' as const,
      cadreMessages: 0,
      help: 0,
    }));
    const dots = placeDots(points, { width: 900, height: 640 });
    for (const [at, a] of dots.entries())
      for (const b of dots.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(DOT);
    for (const { x, y } of dots) {
      expect(x).toBeGreaterThanOrEqual(DOT / 2);
      expect(y).toBeLessThanOrEqual(640 - DOT / 2);
    }
  });
});
