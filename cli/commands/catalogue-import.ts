import { z } from 'zod';
import { appendAudit } from '../../db/audit.ts';
import { saveCatalogue } from '../../db/catalogues.ts';
import { allUnits } from '../../db/people.ts';
import { catalogueSheet } from '../../src/sheets/catalogue-sheet.ts';
import { byNamed, readRows } from '../read-rows.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

export const catalogueImport = defineCommand({
  name: 'catalogue import',
  usage: 'catalogue import <xlsx|csv> [--json]',
  summary:
    'what units do for people into the database; a change is a new version and is posted to their groups',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('xlsx|csv') }),
  async run(ctx, { json, rest: [typed = ''] }) {
    const file = ctx.path(typed);
    const rows = await readRows(file, catalogueSheet);
    const now = ctx.io.clock.now();
    const changed = await withDatabase(ctx, ({ db }) =>
      db.transaction(async tx => {
        const known = await allUnits(tx);
        const ofUnits = byNamed(file, rows, { heading: '单位', nameOf: row => row.unit, known });
        const saved: { unit: string; version: number; items: number }[] = [];
        for (const [unit, placed] of ofUnits) {
          const items = placed.map(({ row: { unit: _, ...item } }) => item);
          const version = await saveCatalogue(tx, unit.id, items, now);
          if (version === null) continue;
          const data = { version, items: items.length };
          await appendAudit(tx, { byId: null, act: 'catalogue-import', thing: `unit/${unit.id}`, data }, now);
          saved.push({ unit: unit.name, ...data });
        }
        return saved;
      }),
    );
    if (json) return ctx.printJson({ changed });
    if (!changed.length) return ctx.print('服务清单没有变化');
    for (const { unit, version, items } of changed)
      await ctx.print(`${unit}：服务清单第${version}版，${items}项`);
  },
});
