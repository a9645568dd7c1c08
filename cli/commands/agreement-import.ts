import { z } from 'zod';
import { saveAgreement } from '../../db/agreements.ts';
import { appendAudit } from '../../db/audit.ts';
import { allGroups } from '../../db/groups.ts';
import { agreementSheet } from '../../src/sheets/agreement-sheet.ts';
import { byNamed, readRows, refuseTwice } from '../read-rows.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

export const agreementImport = defineCommand({
  name: 'agreement import',
  usage: 'agreement import <xlsx|csv> [--json]',
  summary:
    'what cadres and their groups agreed on into the database; a change is a new version and is posted',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('xlsx|csv') }),
  async run(ctx, { json, rest: [typed = ''] }) {
    const file = ctx.path(typed);
    const rows = await readRows(file, agreementSheet);
    const now = ctx.io.clock.now();
    const changed = await withDatabase(ctx, ({ db }) =>
      db.transaction(async tx => {
        const known = await allGroups(tx);
        const ofGroups = byNamed(file, rows, { heading: '群', nameOf: row => row.group, known });
        const saved: { group: string; version: number }[] = [];
        for (const [group, placed] of ofGroups) {
          refuseTwice(file, placed, { heading: '群', of: () => group.id });
          for (const { row } of placed) {
            const { group: _, ...agreement } = row;
            const version = await saveAgreement(tx, group.id, agreement, now);
            if (version === null) continue;
            const thing = `group/${group.id}`;
            await appendAudit(tx, { byId: null, act: 'agreement-import', thing, data: { version } }, now);
            saved.push({ group: group.name, version });
          }
        }
        return saved;
      }),
    );
    if (json) return ctx.printJson({ changed });
    if (!changed.length) return ctx.print('联系约定没有变化');
    for (const { group, version } of changed) await ctx.print(`${group}：联系约定第${version}版`);
  },
});
