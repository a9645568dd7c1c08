import { escapeMarkup } from '../pages/escape-markup.ts';
import { FONT_FAMILY } from './font.ts';
import { INK } from './places.ts';

const places = (value: number): string => String(Math.round(value * 10) / 10);

/** `y` is the middle of the line. */
export interface TextPlace {
  x: number;
  y: number;
  size: number;
  fill?: string;
  bold?: boolean;
  align?: 'start' | 'middle' | 'end';
}

/** One piece of text at a place. */
export function wordsAt(text: string, place: TextPlace): string {
  const { x, y, size, fill = INK, bold = false, align = 'start' } = place;
  const weight = bold ? ' font-weight="bold"' : '';
  const anchor = align === 'start' ? '' : ` text-anchor="${align}"`;
  return `<text x="${places(x)}" y="${places(y)}" dominant-baseline="central" font-size="${size}"${weight}${anchor} fill="${fill}">${escapeMarkup(text)}</text>`;
}

/** A box with round corners. */
export const boxAt = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  fill: string,
): string =>
  `<rect x="${places(x)}" y="${places(y)}" width="${places(width)}" height="${places(height)}" rx="${places(Math.min(width, height) / 5)}" fill="${fill}"/>`;

export const dotAt = ({ x, y, size }: { x: number; y: number; size: number }, fill: string): string =>
  `<circle cx="${places(x)}" cy="${places(y)}" r="${places(size / 2)}" fill="${fill}"/>`;

/** A straight line, whole or dashed. */
export const lineAt = (
  from: readonly [number, number],
  to: readonly [number, number],
  { stroke, dashed = false }: { stroke: string; dashed?: boolean },
): string =>
  `<path d="M${from.map(places).join(' ')}L${to.map(places).join(' ')}" stroke="${stroke}" stroke-width="2"${dashed ? ' stroke-dasharray="8 6"' : ''} fill="none"/>`;

/** The whole picture on white. */
export const pictureOf = (size: { width: number; height: number }, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${FONT_FAMILY}, sans-serif"><rect width="100%" height="100%" fill="#ffffff"/>${parts.join('\n')}</svg>`;
