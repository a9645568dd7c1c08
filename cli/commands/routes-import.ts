import { z } from 'zod';
import { appendAudit } from '../../db/audit.ts';
import { allUnits } from '../../db/people.ts';
import { saveRoutes } from '../../db/service-routes.ts';
import { routesSheet } from '../../src/sheets/routes-sheet.ts';
import { byNamed, readRows, refuseTwice } from '../read-rows.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

export const routesImport = defineCommand({
  name: 'routes import',
  usage: 'routes import <xlsx|csv> [--json]',
  summary: 'stations, experts and volunteers to whom matters may be handed over, into the database',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('xlsx|csv') }),
  async run(ctx, { json, rest: [typed = ''] }) {
    const file = ctx.path(typed);
    const rows = await readRows(file, routesSheet);
    const now = ctx.io.clock.now();
    const changed = await withDatabase(ctx, ({ db }) =>
      db.transaction(async tx => {
        const known = await allUnits(tx);
        const ofUnits = byNamed(file, rows, { heading: '单位', nameOf: row => row.unit, known });
        const saved: { unit: string; routes: number }[] = [];
        for (const [unit, placed] of ofUnits) {
          refuseTwice(file, placed, { heading: '名称', of: row => row.name });
          const routes = placed.map(({ row: { unit: _, ...route } }) => route);
          if (!(await saveRoutes(tx, unit.id, routes))) continue;
          const data = { routes: routes.length };
          await appendAudit(tx, { byId: null, act: 'routes-import', thing: `unit/${unit.id}`, data }, now);
          saved.push({ unit: unit.name, ...data });
        }
        return saved;
      }),
    );
    if (json) return ctx.printJson({ changed });
    if (!changed.length) return ctx.print('去处没有变化');
    for (const { unit, routes } of changed) await ctx.print(`${unit}：${routes}个去处`);
  },
});
