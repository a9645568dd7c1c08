import { agreementSheet } from '../../src/sheets/agreement-sheet.ts';
import { templateInput, writeTemplate } from '../write-template.ts';
import { defineCommand } from './define.ts';

export const agreementTemplate = defineCommand({
  name: 'agreement template',
  usage: 'agreement template [--out FILE.csv|FILE.xlsx]',
  summary: 'an empty table of contact agreements with the Chinese headings',
  options: { out: { type: 'string' } },
  input: templateInput,
  run: (ctx, { out }) =>
    writeTemplate(ctx, agreementSheet, { out, remark: '联系约定，一个群一行。下面是例子，请删掉' }),
});
