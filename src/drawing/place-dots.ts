import { THRESHOLDS } from '../analysis/thresholds.ts';
import type { DigestChart } from '../digest/digest-input.ts';

/** Diameter: a number of two digits is readable inside. */
export const DOT = 50;
/** Diameter of a dot without a number. */
export const SMALL_DOT = 22;
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

/** Turns by the golden angle: however many stand at one place, they make an even disc. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/** The `nth` dot without a number at one place, counted from 0. */
function besides(x: number, y: number, nth: number): { x: number; y: number } {
  const reach = (SMALL_DOT / 2 + 3) * Math.sqrt(nth);
  return { x: x + reach * Math.cos(nth * TURN), y: y + reach * Math.sin(nth * TURN) };
}

/** Where the dots go, in pixels from the lower left corner; numbered ones that would cover each other move beside, in order. */
export function placeDots(points: readonly Point[], size: { width: number; height: number }): Dot[] {
  const placed: Dot[] = [];
  const crowd = new Map<string, number>();
  const isFree = (x: number, y: number) =>
    placed.every(dot => dot.number === null || Math.hypot(dot.x - x, dot.y - y) >= STEP - 1);
  for (const point of points) {
    const x = clamp(shareOf(point.cadreMessages, THRESHOLDS.quadrant.contact) * size.width, size.width);
    const y = clamp(shareOf(point.help, THRESHOLDS.quadrant.help) * size.height, size.height);
    const within = (place: { x: number; y: number }) => ({
      x: clamp(place.x, size.width),
      y: clamp(place.y, size.height),
    });
    if (point.number === null) {
      const key = `${Math.round(x)} ${Math.round(y)}`;
      const nth = crowd.get(key) ?? 0;
      crowd.set(key, nth + 1);
      placed.push({ ...point, ...within(besides(x, y, nth)) });
      continue;
    }
    const around = [...placesAround(x, y, 12)].map(within);
    placed.push({ ...point, ...(around.find(p => isFree(p.x, p.y)) ?? { x, y }) });
  }
  return placed;
}
