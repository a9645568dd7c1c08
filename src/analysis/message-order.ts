import type { Message } from '../message.ts';

/** Orders messages by time; where two share a moment by their ids, shorter ones first, as programs count them up. */
export const byTime = (a: Pick<Message, 'id' | 'sentAt'>, b: Pick<Message, 'id' | 'sentAt'>): number =>
  a.sentAt.getTime() - b.sentAt.getTime() ||
  a.id.length - b.id.length ||
  (a.id < b.id ? -1 : Number(a.id > b.id));
