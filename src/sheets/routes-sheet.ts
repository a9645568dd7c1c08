import { lineOf, readLine } from '../service-lines.ts';
import { ROUTE_KINDS, type RouteKind, type ServiceRoute } from '../service-routes.ts';
import { defineSheet } from './sheet.ts';

/** One row of 去处: a station, an expert or a volunteer, and whose it is. */
export interface RouteRow extends ServiceRoute {
  unit: string;
}

/** 类型 as people write it. */
const KIND_WORDS: Readonly<Record<RouteKind, string>> = {
  station: '服务站',
  expert: '专家',
  volunteer: '志愿者',
};

const wordsIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[、，,;；\s]/u)
      .map(word => word.trim())
      .filter(Boolean),
  ),
];

/** 服务站、专家、志愿者 as staff fill them in (P20, P22). */
export const routesSheet = defineSheet({
  columns: {
    unit: { name: '单位', isNeeded: true, most: 40 },
    name: { name: '名称', isNeeded: true, most: 16 },
    kind: { name: '类型', isNeeded: true, most: 4 },
    line: { name: '服务线', most: 12 },
    words: { name: '关键词', most: 200 },
    phone: { name: '电话', most: 24 },
    whereText: { name: '地点', most: 24 },
    whenText: { name: '时间', most: 24 },
  },
  examples: [
    {
      unit: '彭浦街道',
      name: '社区法律援助站',
      kind: '服务站',
      line: '维权',
      words: '欠薪、劳动合同、离婚、押金',
      phone: '021-00000000',
      whereText: '社区服务中心2楼',
      whenText: '周三下午',
    },
  ],
  rowOf({ unit, name, kind, line, words, phone, whereText, whenText }, fault): RouteRow {
    const known = ROUTE_KINDS.find(each => KIND_WORDS[each] === kind);
    if (kind && !known) fault('kind', `写着“${kind}”；请写${Object.values(KIND_WORDS).join('、')}之一`);
    if (/\s/u.test(name)) fault('name', '里有空格；请连着写');
    if (phone && !/^[\d+\-()（）转 ]+$/u.test(phone)) fault('phone', `写着“${phone}”；请只写号码`);
    const led = wordsIn(words);
    const ofLine = line ? readLine(line) : (lineOf(`${name} ${words}`) ?? '');
    if (!ofLine && !led.length) fault('words', '和“服务线”都是空的；至少填一样，不然派不到这里');
    return {
      unit,
      name,
      kind: known ?? 'station',
      line: ofLine,
      words: led,
      phone: phone || null,
      whereText: whereText || null,
      whenText: whenText || null,
    };
  },
});
