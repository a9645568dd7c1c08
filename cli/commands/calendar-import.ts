import { z } from 'zod';
import { appendAudit } from '../../db/audit.ts';
import { ownCalendar, saveCalendar } from '../../db/calendars.ts';
import { allUnits } from '../../db/people.ts';
import type { Calendar } from '../../src/time.ts';
import { readCalendars } from '../read-calendars.ts';
import { byNamed, refuseTwice } from '../read-rows.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

type Days = Pick<Calendar, 'spans' | 'off' | 'on'>;

const isSame = (a: Days, b: Days): boolean =>
  JSON.stringify([a.spans, a.off, a.on]) === JSON.stringify([b.spans, b.off, b.on]);

export const calendarImport = defineCommand({
  name: 'calendar import',
  usage: 'calendar import <yaml> [--json]',
  summary:
    'working hours and days of units into the database; they hold from now on, what was reckoned stands',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('yaml') }),
  async run(ctx, { json, rest: [typed = ''] }) {
    const file = ctx.path(typed);
    const rows = await readCalendars(file);
    const now = ctx.io.clock.now();
    const changed = await withDatabase(ctx, ({ db }) =>
      db.transaction(async tx => {
        const known = await allUnits(tx);
        const ofUnits = byNamed(file, rows, { heading: 'unit', nameOf: row => row.unit, known });
        const saved: { unit: string; version: number }[] = [];
        for (const [unit, entries] of ofUnits) {
          refuseTwice(file, entries, { heading: 'unit', of: () => unit.id });
          const [placed] = entries;
          if (!placed) continue;
          const days: Days = {
            spans: placed.row.hours,
            off: [...placed.row.off].sort(),
            on: [...placed.row.on].sort(),
          };
          const before = await ownCalendar(tx, unit.id);
          if (before && isSame(before, days)) continue;
          const version = await saveCalendar(tx, unit.id, days, now);
          const thing = `unit/${unit.id}`;
          await appendAudit(tx, { byId: null, act: 'calendar-import', thing, data: { version } }, now);
          saved.push({ unit: unit.name, version });
        }
        return saved;
      }),
    );
    if (json) return ctx.printJson({ changed });
    if (!changed.length) return ctx.print('工作日历没有变化');
    for (const { unit, version } of changed) await ctx.print(`${unit}：工作日历第${version}版，从现在起算`);
  },
});
