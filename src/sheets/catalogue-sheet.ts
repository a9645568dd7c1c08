import type { CatalogueItem } from '../catalogue.ts';
import { LIMIT_CLASSES, LIMITS } from '../limits.ts';
import { lineOf, readLine } from '../service-lines.ts';
import { defineSheet } from './sheet.ts';

/** One row of a 服务清单: an item and whose it is. */
export interface CatalogueRow extends CatalogueItem {
  unit: string;
}

const LIMIT_WORDS = LIMIT_CLASSES.map(each => LIMITS[each].word);

/** 服务清单 as staff fill it in: 什么时间、什么地点、谁来服务. */
export const catalogueSheet = defineSheet({
  columns: {
    unit: { name: '单位', isNeeded: true, most: 40 },
    line: { name: '服务线', most: 12 },
    what: { name: '事项', also: ['服务事项'], isNeeded: true, most: 16 },
    whenText: { name: '时间', isNeeded: true, most: 20 },
    whereText: { name: '地点', isNeeded: true, most: 20 },
    who: { name: '联系人', isNeeded: true, most: 14 },
    limit: { name: '时限', most: 2 },
  },
  examples: [
    {
      unit: '彭浦街道',
      line: '维权',
      what: '法律咨询',
      whenText: '每周三14:00-16:00',
      whereText: '社区服务中心',
      who: '王律师',
      limit: '一般',
    },
    {
      unit: '彭浦街道',
      line: '物业',
      what: '楼道报修',
      whenText: '工作日9:00-17:00',
      whereText: '居委会一楼',
      who: '李强',
      limit: '限时',
    },
  ],
  rowOf({ unit, line, what, whenText, whereText, who, limit }, fault): CatalogueRow {
    const limitClass = LIMIT_CLASSES.find(each => LIMITS[each].word === limit) ?? null;
    if (limit && !limitClass) fault('limit', `写着“${limit}”；请写${LIMIT_WORDS.join('、')}之一，或留空`);
    const known = line ? readLine(line) : (lineOf(what) ?? '');
    return { unit, line: known, what, whenText, whereText, who, limitClass };
  },
});
