import type { Label } from '../../src/message.ts';
import type { TicketAct } from '../../src/ticket.ts';

/** What the page calls what was understood. */
export const LABELS: Record<Label, string> = { question: '问题', request: '诉求', chatter: '闲聊' };
/** … what was decided. */
export const ACTIONS: Record<string, string> = {
  answer: '有把握，直接回答',
  clarify: '不太确定，反问一次',
  offer: '提议记录下来',
  silent: '不插话',
  emergency: '紧急，马上给出报警电话',
  sensitive: '不宜公开，请到私下说',
};
/** … what happened to a ticket. */
export const ACTS: Record<TicketAct, string> = {
  open: '记下了',
  accept: '有干部接了',
  assign: '指定了承办人',
  transfer: '转给别的干部',
  wait: '在等',
  resume: '接着办',
  extend: '延长了时限',
  answer: '在群里回了',
  close: '办结',
  ask: '去问群众解决没有',
  confirm: '群众说解决了',
  reopen: '群众说没解决，重新打开',
  rate: '收到评价',
  escalate: '上报领导',
  acknowledge: '领导说知道了',
  withdraw: '群众撤回',
  attach: '附了一张图',
  miss: '过了时限',
  link: '并到另一件',
  unlink: '从另一件分开',
  'set-aside': '一个评价不算了',
  erase: '按本人意思删除',
};
/** … what is said, by the beginning of its key. */
export const SAYINGS: readonly (readonly [prefix: string, title: string])[] = [
  ['answer/', '回答'],
  ['clarify/', '反问'],
  ['offer/', '提议记录'],
  ['emergency', '紧急'],
  ['sensitive/', '引到私下'],
  ['command/', '回话'],
  ['ticket-opened/', '告知编号'],
  ['ticket-card/', '派给干部'],
  ['ticket-closed/', '问解决没有'],
  ['ticket-news/', '告知进展'],
  ['close-proposed/', '问干部算不算办结'],
  ['remind', '催办、没人回'],
  ['escalation/', '上报'],
  ['digest', '周报'],
  ['faq-withdrawn/', '一条回答停用了'],
  ['mirror/', '给干部的小结'],
  ['notice/', '进群告知'],
  ['welcome/', '欢迎新人'],
  ['friend-hello/', '打招呼'],
];

/** … what a job counted; 几 stands for the number. */
export const JOB_COUNTS: Record<string, string> = {
  heard: '告知通知到了几回',
  offered: '问了几件要不要记',
  reminded: '催了几件',
  escalated: '上报几件',
  told: '告诉几位干部有没人回的',
  gathered: '归到一起的问题几组',
  chatter: '清掉闲聊原文几条',
  retained: '清掉到期原文几条',
  days: '汇总群日几行',
};
