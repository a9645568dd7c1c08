import { fileURLToPath } from 'node:url';
import { fontFile } from './db/content.ts';
import type { Digest } from './src/digest.ts';
import { drawDigestChart } from './src/drawing/digest-chart.ts';
import { FONT_FILES } from './src/drawing/font.ts';
import { renderPng } from './src/drawing/png.ts';

const FONTS = FONT_FILES.map(name => fileURLToPath(fontFile(name)));

/** The picture of a digest as PNG, 1080 wide, with the font that the project brings. */
export const drawDigest = async (digest: Digest): Promise<Uint8Array> =>
  renderPng(drawDigestChart(digest.chart), FONTS);
