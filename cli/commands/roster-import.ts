import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { appendAudit } from '../../db/audit.ts';
import { importRoster } from '../../db/roster-in.ts';
import { readRoster } from '../fold-archive.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

/** Without 0, O, 1, I: codes are typed by hand. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');

export const rosterImport = defineCommand({
  name: 'roster import',
  usage: 'roster import <xlsx|csv> [--json]',
  summary: 'units, people and groups into the database; prints the codes that bind them in the chat',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('xlsx|csv') }),
  async run(ctx, { json, rest: [typed = ''] }) {
    const rows = await readRoster(ctx.path(typed));
    const now = ctx.io.clock.now();
    const done = await withDatabase(ctx, async ({ db }) => {
      const imported = await db.transaction(tx => importRoster(tx, rows, now, newCode));
      const { codes: _, ...counts } = imported;
      if (Object.values(counts).some(count => count > 0)) {
        await appendAudit(db, { byId: null, act: 'roster-import', thing: 'roster', data: counts }, now);
      }
      return imported;
    });
    if (json) await ctx.printJson(done);
    else {
      await ctx.print(`新增：${done.units}个单位、${done.people}人、${done.groups}个群`);
      for (const { kind, name, code } of done.codes) {
        const where = kind === 'person' ? '本人私聊机器人' : '在群里';
        await ctx.print(`${name}\t${where}说：绑定 ${code}`);
      }
    }
  },
});
