import type { LimitClass } from './limits.ts';
import type { TicketKind } from './ticket.ts';

/** What each kind may take when nothing else is known: a suggestion is weighed, a resource gap goes to the unit above. */
const BY_KIND: Readonly<Record<TicketKind, LimitClass>> = {
  request: 'timely',
  suggestion: 'general',
  'resource-gap': 'complex',
  improvement: 'general',
  'call-back': 'complex',
};

/** 急办: what spoils the day of a whole house, or harms somebody soon. Danger to life is not a ticket, see emergency/. */
const URGENT =
  /爆管|爆裂|跑水|(?:停水|停电|没水|没电)(?!费|通知)|漏水|漏电|(?:困|卡|关)在?电梯|电梯(?:困|卡|关)了?人|污水(?:倒灌|外溢|漫)|积水|淹|断暖|暖气(?:停|不热)|井盖(?:没|丢|缺)|电线(?:掉|断|裸露)|树(?:倒|要倒)|墙(?:倒|要倒)|掉(?:瓷砖|墙皮)|外墙.{0,4}(?:脱落|掉)/u;

/** 时限分类 of a matter, by its kind and the member's words. */
export const limitClassOf = (kind: TicketKind, text: string): LimitClass =>
  kind === 'request' && URGENT.test(text) ? 'urgent' : BY_KIND[kind];
