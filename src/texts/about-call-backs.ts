import type { Ticket } from '../ticket.ts';
import { sayMoment, shorten } from './moments.ts';

/** Whom and what a call-back is about. */
interface CallBackSaid {
  /** The ticket that was rated badly. */
  rated: Ticket;
  who: string;
  /** The member's own words, numbers masked; null when there were none. */
  words: string | null;
  /** Who must not make the call. */
  ratedName: string | null;
}

/** 回访: what is said to those who call back after a bad rating, always in private. */
export const aboutCallBacks = {
  topic: (rated: Ticket) => `回访第${rated.number}件：${shorten(rated.topic, 12)}`,
  card: (callBack: Ticket, { rated, who, words, ratedName }: CallBackSaid, now: Date) =>
    `请回访${who}：第${rated.number}件（${shorten(rated.topic, 16)}）评了不满意${words ? `，说"${shorten(words, 80)}"` : ''}。限${sayMoment(callBack.dueAt, now)}。${
      ratedName ? `这件由${ratedName}承办，请另请人，也不要告诉本人。` : ''
    }问过了回"办结 ${callBack.number} 结果"。`,
  unassigned: (callBack: Ticket, rated: Ticket) =>
    `第${callBack.number}件要回访：第${rated.number}件（${shorten(rated.topic, 16)}）评了不满意，单位里还没有能回访的人。请加我好友，回"派 ${callBack.number} @谁"。`,
  alone: (number: number) => `第${number}件是回访，要单独办，不能和别的合并。`,
  /** To whoever tries to hand it to the one it is about. */
  notToThem: (number: number) => `第${number}件要避开这位同志，请换一位。`,
} as const;
