import { THRESHOLDS } from '../analysis/thresholds.ts';
import type { DigestChart } from '../digest/digest-input.ts';

/** Diameter: a number of two digits is readable inside. */
export const DOT = 50;
const STEP = DOT + 4;

type Point = DigestChart['points'][number];
export type Dot = Point & { x: number; y: number };

/** 0-1: `middle` lies at one half, and no amount leaves the picture. */
const shareOf = (value: number, middle: number): number => value / (value + middle);

const clamp = (value: number, size: number): number =>
  Math.min(size - DOT / 2 - 4, Math.max(DOT / 2 + 4, value));

/** Places at growing distance around where a dot belongs, rightwards first. */
function* placesAround(x: number, y: number, reach: number): Generator<{ x: number; y: number }> {
  yield { x, y };
  for (let ring = 1; ring <= reach; ring++) {
    const count = 6 * ring;
    for (let at = 0; at < count; at++) {
      const angle = (2 * Math.PI * at) / count;
      yield { x: x + ring * STEP * Math.cos(angle), y: y + ring * STEP * Math.sin(angle) };
    }
  }
}

/** Where the dots go, in pixels from the lower left corner; those that would cover each other move beside, in order. */
export function placeDots(points: readonly Point[], size: { width: number; height: number }): Dot[] {
  const placed: Dot[] = [];
  const isFree = (x: number, y: number) => placed.every(dot => Math.hypot(dot.x - x, dot.y - y) >= STEP - 1);
  for (const point of points) {
    const x = clamp(shareOf(point.cadreMessages, THRESHOLDS.quadrant.contact) * size.width, size.width);
    const y = clamp(shareOf(point.help, THRESHOLDS.quadrant.help) * size.height, size.height);
    const around = [...placesAround(x, y, 12)].map(p => ({
      x: clamp(p.x, size.width),
      y: clamp(p.y, size.height),
    }));
    placed.push({ ...point, ...(around.find(p => isFree(p.x, p.y)) ?? { x, y }) });
  }
  return placed;
}
