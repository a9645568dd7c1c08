import type { MeasureValues } from '../analysis/group-analysis.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';

/** How a number is said; what is not known is said to be unknown. */
function say(value: unknown, isShare: boolean): string {
  if (value === null || value === undefined) return '未知';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number') return String(value);
  const number = isShare ? 100 * value : value;
  return `${Math.round(number * 100) / 100}${isShare ? '%' : ''}`;
}

/** The limit at a path such as `formalism.copies.share`. Throws for a path that leads to no number. */
export function thresholdAt(path: string): number {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
      THRESHOLDS,
    );
  if (typeof found !== 'number') throw new RangeError(`no such threshold: ${path}`);
  return found;
}

/** A text with its limits put in: `[relay.share%]` → 80%. */
export const withLimits = (text: string): string =>
  text.replaceAll(/\[([a-z.]+)(%?)\]/giu, (_, path: string, percent: string) =>
    say(thresholdAt(path), percent === '%'),
  );

/** A text with the values of a measure put in: `{share%}` → 42.5%. */
export const withValues = (text: string, values: MeasureValues): string =>
  text.replaceAll(/\{([\w-]+)(%?)\}/giu, (_, name: string, percent: string) =>
    say(values[name], percent === '%'),
  );
