import { routesSheet } from '../../src/sheets/routes-sheet.ts';
import { templateInput, writeTemplate } from '../write-template.ts';
import { defineCommand } from './define.ts';

export const routesTemplate = defineCommand({
  name: 'routes template',
  usage: 'routes template [--out FILE.csv|FILE.xlsx]',
  summary: 'an empty table of stations, experts and volunteers with the Chinese headings',
  options: { out: { type: 'string' } },
  input: templateInput,
  run: (ctx, { out }) =>
    writeTemplate(ctx, routesSheet, {
      out,
      remark: '可以移交的去处。一个单位的全部去处写在一张表里，导入后替换这个单位原来的。下面是例子，请删掉',
    }),
});
