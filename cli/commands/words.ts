import { z } from 'zod';
import { Moment } from '../../src/archive/moment.ts';
import { mondayOf } from '../../src/time.ts';

/** Checks that commands share for their words and options; the messages are shown above the usage. */

/** Exactly the words a command names, such as `words('archive')` for one file. */
export const words = (...names: string[]) =>
  z.array(z.string()).refine(rest => rest.length === names.length, {
    error:
      names.length === 0
        ? 'it takes no words besides its options'
        : `give exactly: ${names.map(name => `<${name}>`).join(' ')}`,
  });

/** No words, only options. */
export const noWords = words();

/** A switch that is off unless given. */
export const flag = z.boolean().default(false);

/** A whole number within bounds, as typed. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `give a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine(value => value >= min && value <= max, `give a whole number from ${min} to ${max}`);

/** A moment with its zone. */
export const moment = Moment;

function isWeek(text: string): boolean {
  try {
    return mondayOf(text) !== '';
  } catch {
    return false;
  }
}

/** An ISO week such as 2026-W47. */
export const week = z.string('give a week like 2026-W47').refine(isWeek, 'give a week like 2026-W47');
