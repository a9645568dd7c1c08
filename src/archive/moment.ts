import { z } from 'zod';

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const UNZONED = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

function whyNotTime(text: string): string | null {
  if (UNZONED.test(text)) return `“${text}” has no time zone; write it like 2026-11-24T09:00:00+08:00`;
  if (!ZONED.test(text) || Number.isNaN(Date.parse(text))) {
    return `“${text.slice(0, 40)}” is not a time; write it like 2026-11-24T09:00:00+08:00`;
  }
  return null;
}

/** A moment written as ISO 8601 with its zone; becomes a Date. */
export const Moment = z.string().transform((text, context) => {
  const why = whyNotTime(text);
  if (why === null) return new Date(text);
  context.addIssue({ code: 'custom', message: why });
  return z.NEVER;
});
