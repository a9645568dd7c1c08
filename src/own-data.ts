import { withoutNames } from './names-out.ts';
import type { Ticket, TicketAct, TicketEvent } from './ticket.ts';
import { SHANGHAI_OFFSET_MS } from './time.ts';

/** Everything kept about one person, as it stands in the rows. */
export interface OwnData {
  person: { name: string; isContact: boolean; optedOutAt: Date | null };
  isSurveyRefused: boolean;
  groups: readonly { name: string; alias: string | null; joinedAt: Date | null; leftAt: Date | null }[];
  /** What they said whose words still stand; `group` null for private talk. */
  said: readonly { at: Date; text: string | null; group: string | null }[];
  /** How many messages of theirs are counted, with words or without. */
  heard: number;
  asked: readonly { ticket: Ticket; events: readonly TicketEvent[] }[];
  verdicts: readonly { at: Date | null; verdict: 'useful' | 'useless' | null }[];
  links: readonly { fromAt: Date; toAt: Date | null }[];
  contacts: readonly { at: Date; way: 'visit' | 'call'; acknowledged: boolean }[];
  surveys: readonly { askedAt: Date; isAnswered: boolean }[];
  told: readonly { at: Date | null; text: string }[];
}

const ACTS: Record<TicketAct, string> = {
  open: '记下',
  accept: '有人接了',
  assign: '指定了承办人',
  transfer: '转给别的同志',
  wait: '在等',
  resume: '接着办',
  extend: '延长了时限',
  answer: '有人回了',
  close: '办结',
  ask: '问您解决没有',
  confirm: '您说解决了',
  reopen: '重新打开',
  rate: '您的评价',
  escalate: '上报',
  acknowledge: '领导看到了',
  withdraw: '您撤回了',
  attach: '附了一张图',
  miss: '过了时限',
  link: '并到另一件',
  unlink: '从另一件分开',
  'set-aside': '评价不再计入',
  erase: '按您的意思删除',
};

/** `2026-11-24 10:00`, as clocks in China show it. */
const clockOf = (at: Date | null): string | null =>
  at && new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

type Clean = (text: string | null) => string | null;

const ticketPart = ({ ticket, events }: OwnData['asked'][number], clean: Clean) => ({
  件号: ticket.number,
  事情: clean(ticket.topic),
  记下: clockOf(ticket.openedAt),
  时限: clockOf(ticket.dueAt),
  您的评价: ticket.stars,
  附图: ticket.pictures,
  经过: events.map(({ at, act, data: { text, stars } }) => ({
    时间: clockOf(at),
    经过: ACTS[act],
    ...(text ? { 内容: clean(text) } : {}),
    ...(stars ? { 星: stars } : {}),
  })),
});

const talkPart = (data: OwnData, clean: Clean) => ({
  发言条数: data.heard,
  还存着的原话: data.said.map(({ at, text, group }) => ({
    时间: clockOf(at),
    在: group ?? '私聊',
    原话: clean(text),
  })),
  对回答的评价: data.verdicts.flatMap(({ at, verdict }) =>
    verdict ? [{ 时间: clockOf(at), 您说: verdict === 'useful' ? '有用' : '没用' }] : [],
  ),
  机器人私下对您说的: data.told.map(({ at, text }) => ({ 时间: clockOf(at), 内容: clean(text) })),
});

const tiesPart = (data: OwnData) => ({
  群: data.groups.map(({ name, alias, joinedAt, leftAt }) => ({
    群名: name,
    群里的名字: alias,
    进群: clockOf(joinedAt),
    退群: clockOf(leftAt),
  })),
  联系您的干部: data.links.map(({ fromAt, toAt }) => ({ 从: clockOf(fromAt), 到: clockOf(toAt) })),
  见面和通话: data.contacts.map(({ at, way, acknowledged }) => ({
    时间: clockOf(at),
    方式: way === 'visit' ? '见面' : '通话',
    您确认过: acknowledged,
  })),
  评议邀请: data.surveys.map(({ askedAt, isAnswered }) => ({ 问您: clockOf(askedAt), 回答过: isAnswered })),
});

/**
 * 导出 (PIPL 45): the file a person may have of what is kept about them. Nobody else is in it: names of others are taken
 * out of every text, and no id of anybody stands there.
 */
export function ownFile(data: OwnData, others: readonly string[], now: Date): Uint8Array {
  const clean: Clean = text => (text ? withoutNames(text, others) : null);
  const { person } = data;
  const file = {
    说明: '这是机器人存着的关于您的全部数据。别人的名字写成〔姓名〕。闲聊只计数，原文不存。',
    导出时间: clockOf(now),
    您: {
      名字: person.name,
      是好友: person.isContact,
      退出统计: clockOf(person.optedOutAt),
      不再问评议: data.isSurveyRefused,
    },
    ...tiesPart(data),
    ...talkPart(data, clean),
    办的事: data.asked.map(each => ticketPart(each, clean)),
  };
  return new TextEncoder().encode(JSON.stringify(file, null, 2));
}
