import type { Ticket } from '../ticket.ts';
import { sayMoment, shorten } from './moments.ts';

const SHOWN = 5;

/** `第12件 楼道灯、第15件 转学`, at most five of them. */
export const ticketList = (tickets: readonly Pick<Ticket, 'number' | 'topic'>[]): string =>
  tickets
    .slice(0, SHOWN)
    .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 12)}`)
    .join('、') + (tickets.length > SHOWN ? `，还有${tickets.length - SHOWN}件，回"我的工单"看` : '');

const until = (at: Date | null, now: Date): string => (at ? `到${sayMoment(at, now)}` : '');

/** 代班: what is said when one cadre answers for another. */
export const aboutStandIns = {
  begun: (name: string, toAt: Date | null, handed: number, now: Date) =>
    `好，${shorten(name, 8)}替您代班${until(toAt, now)}${handed ? `，${handed}件转过去了` : ''}。回来了说"我回来了"。`,
  toStandIn: (cadre: string, toAt: Date | null, tickets: readonly Ticket[], now: Date) =>
    `${shorten(cadre, 8)}请您代班${until(toAt, now)}，群里的新事先找您。${
      tickets.length
        ? `在办${tickets.length}件：${ticketList(tickets)}。回"接 ${tickets[0]?.number}"接手。`
        : '手上没有在办的事。'
    }`,
  ended: (back: readonly Ticket[], kept: readonly Ticket[], name: string) =>
    `代班结束了。${back.length ? `回到您手上${back.length}件：${ticketList(back)}。` : ''}${
      kept.length ? `${shorten(name, 8)}接了的${kept.length}件接着办完。` : ''
    }${back.length || kept.length ? '' : '没有要交接的事。'}`,
  endedToStandIn: (cadre: string, kept: readonly Ticket[]) =>
    `${shorten(cadre, 8)}回来了，代班到此，辛苦您。${kept.length ? `您接了的请接着办完：${ticketList(kept)}。` : ''}`,
  withWhom: () => '请谁代班？请说"代班 @名字 到周五"，对方要是登记过的干部。',
  notOneself: () => '代班要请别人。请说"代班 @名字 到周五"。',
  notReachable: (name: string) =>
    `${shorten(name, 8)}还没加我好友，通知不到。请先让${shorten(name, 8)}加我好友，再说一遍。`,
  isAway: (name: string) => `${shorten(name, 8)}自己也请人代班了，请换一位。`,
  standsIn: (name: string) => `您正替${shorten(name, 8)}代班，请先和${shorten(name, 8)}说好，再请人代您。`,
  hasPassed: () => '这个日子已经过了。请说"代班 @名字 到11-30"，或者"代班 @名字 3天"。',
  untilWhen: () => '代到哪天？请说"代班 @名字 到周五"，或者"代班 @名字 3天"。',
  notAway: () => '您没有请人代班，在岗。要请人代班，说"代班 @名字 到周五"。',
} as const;
