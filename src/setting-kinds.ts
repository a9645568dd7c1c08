import { z } from 'zod';

/** A text that may be left out. */
export const optional = z.string().optional();

/** A whole number within bounds. */
export const whole = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `give a whole number from ${min} to ${max}`)
    .default(String(fallback))
    .transform(Number)
    .refine(value => value >= min && value <= max, `give a whole number from ${min} to ${max}`);

/** Whole seconds within bounds, read as milliseconds. */
export const seconds = (fallback: number, min: number, max: number) =>
  whole(fallback, min, max).transform(n => n * 1000);

/** A time of day such as 21:30, read as the minute of the day. */
export const minuteOfDay = (fallback: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'give a time of day such as 21:30')
    .default(fallback)
    .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** An address of one of these schemes (`https:`), or left out. */
export const address = (cure: string, schemes: readonly string[]) =>
  optional.refine(
    text => text === undefined || (URL.canParse(text) && schemes.includes(new URL(text).protocol)),
    cure,
  );
