import { LIMITS } from '../limits.ts';
import type { Ticket } from '../ticket.ts';
import { sayMoment, shorten } from './moments.ts';

/** 批示, 派, 改进: a leader's words, and what staff read of them. Always in private. */
export const aboutLeaderWords = {
  instruction: (ticket: Ticket, name: string, words: string) =>
    `${name}对第${ticket.number}件（${shorten(ticket.topic, 16)}）批示：${shorten(words, 200)}。办好回"办结 ${ticket.number} 怎么办的"。`,
  instructed: (ticket: Ticket, names: readonly string[]) =>
    `好，第${ticket.number}件的批示发给${names.join('、')}了。`,
  instructedNobody: (ticket: Ticket) =>
    `第${ticket.number}件的批示记下了，但现在没有干部能在微信上收到。请您打电话说一声，或回"派 ${ticket.number} @谁"。`,
  instructWhat: () => '批示哪一件、怎么办？请回"批示 12 怎么办"。',
  assigned: (ticket: Ticket, name: string) => `好，第${ticket.number}件派给${name}了。`,
  assignedUnreachable: (ticket: Ticket, name: string) =>
    `第${ticket.number}件派给${name}了，但${name}还不是我的好友，收不到。请您告诉一声。`,
  alreadyTheirs: (ticket: Ticket, name: string) => `第${ticket.number}件本来就归${name}办。`,
  assignToWhom: (number: number) => `派给谁？请回"派 ${number} @名字"，对方要是登记过的干部。`,

  noSuchLine: (number: number) => `最近的周报里没有第${number}条。请按周报里群前面的号回，例如"详 1"。`,
  noDetails: () => '这一周的缘由已经不在了。',

  improvementCard: (ticket: Ticket, name: string, groupName: string, now: Date) =>
    `第${ticket.number}件 改进（${name}，${shorten(groupName, 12)}）：${ticket.topic}。限${sayMoment(ticket.dueAt, now)}。回"接 ${ticket.number}""等 ${ticket.number} 原因"，做了回"办结 ${ticket.number} 做了什么"。`,
  improvementOrdered: (ticket: Ticket, cadreName: string, now: Date) =>
    `好，第${ticket.number}件改进布置给${cadreName}了：${shorten(ticket.topic, 40)}。限${sayMoment(ticket.dueAt, now)}，做完我来问您。`,
  improvementUnheard: (ticket: Ticket, groupName: string) =>
    `第${ticket.number}件改进记下了，但${shorten(groupName, 12)}现在没有干部能在微信上收到。请回"派 ${ticket.number} @谁"，或当面说一声。`,
  improvementKnown: (ticket: Ticket) =>
    `这一条已经布置过了，是第${ticket.number}件。回"进度 ${ticket.number}"看办到哪了。`,

  /** To the one of the staff who asked for it; a rating is for members. */
  confirmed: (ticket: Ticket) => `好，第${ticket.number}件记为解决了，我告诉承办的同志。`,

  stuck: (ticket: Ticket, groupName: string, times: string) =>
    `${shorten(groupName, 12)}第${ticket.number}件${times}，还没办下来：${shorten(ticket.topic, 20)}。请定个办法：回"派 ${ticket.number} @谁"或"批示 ${ticket.number} 怎么办"。`,
  transferredTimes: (times: number) => `转了${times}次`,
  reopenedTimes: (times: number) => `重新打开了${times}次`,
} as const;

/** 建议: said to the member, and to the cadres who owe an answer. */
export const aboutSuggestions = {
  opened: (ticket: Ticket) =>
    `建议记下了，第${ticket.number}件，${LIMITS.general.count}个工作日内给您答复或者原因。`,
  what: () => '想建议什么？请说：建议 后面写内容。',
  /** In private, to a friend who said it in the group. */
  alone: () => '刚才那条建议请在这里发给我：建议 后面写内容。群里不提。',
  card: (ticket: Ticket, who: string, groupName: string, now: Date) =>
    `第${ticket.number}件 建议：${ticket.topic}（${shorten(who, 8)}，${shorten(groupName, 10)}）。限${sayMoment(ticket.dueAt, now)}。不管采不采纳，都回"办结 ${ticket.number} 答复"。`,
  nobodyYet: (ticket: Ticket) => `建议记下了，第${ticket.number}件。咱们群还没定负责人，定了就给您答复。`,
} as const;

/** 四缺: what cadres lack goes to the unit above (带去工作资源). */
export const aboutGaps = {
  opened: (ticket: Ticket, leaderName: string, now: Date) =>
    `记下了，第${ticket.number}件，已经报给${leaderName}，限${sayMoment(ticket.dueAt, now)}。`,
  openedUnreachable: (ticket: Ticket) =>
    `记下了，第${ticket.number}件。但上级单位的领导还收不到我的消息，请您再打电话说一声。`,
  what: () => '缺什么？请回"缺 后面写缺的人、钱、场地或者别的"。',
  noGroup: () => '您还没有负责的群，我不知道该报给哪个上级。请管理员先登记。',
  card: (ticket: Ticket, who: string, unitName: string, now: Date) =>
    `第${ticket.number}件 ${shorten(unitName, 12)}${who}报：缺${ticket.topic}。限${sayMoment(ticket.dueAt, now)}。回"收到 ${ticket.number}"，交人办回"派 ${ticket.number} @谁"，解决了回"办结 ${ticket.number} 怎么解决的"。`,
} as const;
