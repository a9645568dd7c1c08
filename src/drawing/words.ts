import { FONT_FAMILY } from './font.ts';
import { INK } from './places.ts';

/** One piece of text at a place, as an ECharts graphic. */
export const wordsAt = (
  text: string,
  { x, y, size, fill = INK, bold = false, align = 'left' }: TextPlace,
) => ({
  type: 'text' as const,
  x,
  y,
  style: {
    text,
    fill,
    fontFamily: FONT_FAMILY,
    fontSize: size,
    fontWeight: bold ? ('bold' as const) : ('normal' as const),
    align,
    verticalAlign: 'middle' as const,
  },
});

/** `y` is the middle of the line. */
export interface TextPlace {
  x: number;
  y: number;
  size: number;
  fill?: string;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}
