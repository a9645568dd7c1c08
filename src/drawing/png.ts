import { Resvg } from '@resvg/resvg-js';
import { FONT_FAMILY } from './font.ts';

/** SVG → PNG. Only the font files handed in are used, so that it looks the same on every machine. */
export function renderPng(svg: string, fontFiles: readonly string[]): Uint8Array {
  const drawn = new Resvg(svg, {
    background: '#ffffff',
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
  });
  return drawn.render().asPng();
}
