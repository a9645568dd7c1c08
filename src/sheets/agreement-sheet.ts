import type { Agreement } from '../agreement.ts';
import { defineSheet } from './sheet.ts';

/** One row of 联系约定: what was agreed, and in which group. */
export interface AgreementRow extends Agreement {
  group: string;
}

/** 联系约定 as staff fill it in, one row a group. */
export const agreementSheet = defineSheet({
  columns: {
    group: { name: '群', also: ['群名'], isNeeded: true, most: 60 },
    whom: { name: '联系谁', isNeeded: true, most: 30 },
    how: { name: '怎么联系', isNeeded: true, most: 40 },
    serves: { name: '服务什么', isNeeded: true, most: 40 },
    whenText: { name: '什么时间', isNeeded: true, most: 30 },
  },
  examples: [
    {
      group: '彭浦青年之家',
      whom: '本群青年和他们的家庭',
      how: '群里随时说，每月入户一次',
      serves: '就业、维权、创业',
      whenText: '工作日9:00-17:00',
    },
  ],
  rowOf: (cells): AgreementRow => ({ ...cells }),
});
