import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import { ROLE_WORDS, ROSTER_HEADINGS } from '../../src/archive/roster-sheet.ts';
import { csvLine } from '../csv-line.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

const BOM = '\uFEFF';

/** The headings, and three invented people that show how a row is meant. */
const ROWS: readonly (readonly string[])[] = [
  ROSTER_HEADINGS.map(([chinese]) => chinese),
  ['', '王芳', ROLE_WORDS['cadre-full-time'], '彭浦青年之家', '彭浦镇团委', '静安区团委', '100'],
  ['', '李强', ROLE_WORDS['cadre-part-time'], '彭浦青年之家、彭浦妈妈群', '彭浦镇团委', '静安区团委', '10'],
  ['', '陈静', ROLE_WORDS.leader, '', '静安区团委', '', ''],
];

const REMARK = `# 身份写：${Object.values(ROLE_WORDS).join('、')}。群留空：用来分析档案时是本人所在的每个群，导入时是本单位已有的每个群。下面三行是例子，请删掉\n`;

export const rosterTemplate = defineCommand({
  name: 'roster template',
  usage: 'roster template [--out FILE.csv|FILE.xlsx]',
  summary: 'an empty roster with the Chinese headings',
  options: { out: { type: 'string' } },
  input: z.object({
    out: z
      .string()
      .regex(/\.(csv|xlsx)$/i, 'give a file that ends in .csv or .xlsx')
      .optional(),
    rest: noWords,
  }),
  async run(ctx, { out }) {
    const text = `${REMARK}${ROWS.map(csvLine).join('')}`;
    if (out === undefined) {
      await ctx.print(text.trimEnd());
      return;
    }
    const file = ctx.path(out);
    if (/\.xlsx$/i.test(out)) {
      const bytes = await writeXlsxFile(ROWS.map(row => [...row])).toBuffer();
      await writeWhole(file, put => put(bytes));
    } else await writeWhole(file, put => put(`${BOM}${text}`));
    await ctx.note(`${out}: written; fill it in and give it to --roster or roster import`);
  },
});
