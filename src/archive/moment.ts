import { z } from 'zod';

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const UNZONED = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

function whyNotTime(text: string): string {
  return UNZONED.test(text)
    ? `“${text}” has no time zone; write it like 2026-11-24T09:00:00+08:00`
    : `“${text.slice(0, 40)}” is not a time; write it like 2026-11-24T09:00:00+08:00`;
}

/** The moment that a text with a zone names, or null. */
export function momentIn(text: string): Date | null {
  if (!ZONED.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms);
}

/** A moment written as ISO 8601 with its zone; becomes a Date. */
export const Moment = z.string().transform((text, context) => {
  const at = momentIn(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: whyNotTime(text) });
  return z.NEVER;
});
