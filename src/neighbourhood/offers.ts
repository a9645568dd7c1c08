import type { Agreement } from '../agreement.ts';
import type { CatalogueItem } from '../catalogue.ts';
import type { ServiceRoute } from '../service-routes.ts';
import { GROUPS } from './groups.ts';

const item = (
  line: string,
  what: string,
  [whenText, whereText, who]: readonly [string, string, string],
): CatalogueItem => ({ line, what, whenText, whereText, who, limitClass: null });

/** 服务清单 of the made-up street. */
export const CATALOGUE: readonly CatalogueItem[] = [
  item('rights', '法律咨询', ['每周三14:00-16:00', '社区服务中心2号窗口', '沈律师']),
  item('startup', '创业辅导', ['每月第一个周五下午', '青年之家', '创业导师团']),
  item('science', '科普讲座', ['双周六9:30', '社区图书室', '科协志愿者']),
  item('elderly', '陪老人看病', ['提前一天约', '上门', '助老志愿队']),
  item('family', '小学生晚托', ['上学日15:30-18:00', '社区活动室', '姜老师']),
  item('housing', '楼道灯、门禁报修', ['随时', '群里说', '物业值班']),
];

/** 去处: where matters of the made-up street may be handed over. */
export const ROUTES: readonly ServiceRoute[] = [
  {
    name: '法律援助站',
    kind: 'station',
    line: 'rights',
    words: ['律师', '打官司', '劳动合同', '欠薪', '工资', '离婚'],
    phone: '12348',
    whereText: '社区服务中心2号窗口',
    whenText: '周三14:00-16:00',
  },
  {
    name: '物业服务站',
    kind: 'station',
    line: 'housing',
    words: ['楼道灯', '门禁', '电梯', '漏水', '下水道'],
    phone: null,
    whereText: '小区东门',
    whenText: '每天8:00-20:00',
  },
  {
    name: '助老志愿队',
    kind: 'volunteer',
    line: 'elderly',
    words: ['老人', '独居', '看病', '轮椅', '买菜'],
    phone: null,
    whereText: null,
    whenText: '提前一天约',
  },
];

/** 联系约定 of each made-up group that has cadres. */
export const AGREEMENTS: readonly { groupId: string; agreement: Agreement }[] = GROUPS.filter(
  group => group.cadres.length > 0,
).map(({ id, serviceLines }) => ({
  groupId: id,
  agreement: {
    whom: '群里每一位邻居',
    how: '群里当天回，急事打电话',
    serves: serviceLines.join('、') || '咨询和求助',
    whenText: '工作日9:00-17:00',
  },
}));
