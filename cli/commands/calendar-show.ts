import { z } from 'zod';
import { calendarOfUnit } from '../../db/calendars.ts';
import { allUnits } from '../../db/people.ts';
import { sayHours } from '../../src/calendar-file.ts';
import { Failure } from '../../src/errors.ts';
import type { Calendar } from '../../src/time.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, noWords } from './words.ts';

const daysSaid = (word: string, days: readonly string[]): string =>
  days.length ? `，${word}${days.join('、')}` : '';

const calendarSaid = ({ spans, off, on }: Calendar): string =>
  `${sayHours(spans)}${daysSaid('另休', off)}${daysSaid('另上班', on)}`;

export const calendarShow = defineCommand({
  name: 'calendar show',
  usage: 'calendar show [--unit NAME] [--json]',
  summary:
    'the working hours and days each unit goes by now; holidays and 调休 follow the statutory calendar',
  options: { unit: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({ unit: z.string().min(1).optional(), json: flag, rest: noWords }),
  async run(ctx, { unit, json }) {
    const now = ctx.io.clock.now();
    const shown = await withDatabase(ctx, async ({ db }) => {
      const units = (await allUnits(db)).filter(
        each => unit === undefined || [each.id, each.name].includes(unit),
      );
      if (unit !== undefined && !units.length)
        throw new Failure('wrong-usage', `--unit: there is no unit “${unit}”; see roster import`);
      const calendars: { unit: string; calendar: Calendar }[] = [];
      for (const { id, name } of units)
        calendars.push({ unit: name, calendar: await calendarOfUnit(db, id, now) });
      return calendars;
    });
    if (json) return ctx.printJson(shown);
    for (const { unit: name, calendar } of shown) await ctx.print(`${name}：${calendarSaid(calendar)}`);
  },
});
