import { catalogueSheet } from '../../src/sheets/catalogue-sheet.ts';
import { templateInput, writeTemplate } from '../write-template.ts';
import { defineCommand } from './define.ts';

export const catalogueTemplate = defineCommand({
  name: 'catalogue template',
  usage: 'catalogue template [--out FILE.csv|FILE.xlsx]',
  summary: 'an empty service catalogue with the Chinese headings',
  options: { out: { type: 'string' } },
  input: templateInput,
  run: (ctx, { out }) =>
    writeTemplate(ctx, catalogueSheet, {
      out,
      remark: '服务清单。一个单位的全部事项写在一张表里，导入后替换这个单位原来的清单。下面是例子，请删掉',
    }),
});
