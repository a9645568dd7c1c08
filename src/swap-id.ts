const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** One id made another in whatever is kept as text or JSON. */
export type SwapId = <T>(value: T) => T;

/**
 * Puts another id in the place of one: where it is the whole text, and where it is a part of it between other signs, as in a
 * key. `p-1` in `p-12` is left alone.
 */
export function swapId(from: string, to: string): SwapId {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(from)}(?![\\p{L}\\p{N}_-])`, 'gu');
  const inText = (text: string): string => (text.includes(from) ? text.replace(pattern, () => to) : text);
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(swap);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [inText(key), swap(each)]));
  };
  return value => swap(value) as typeof value;
}
