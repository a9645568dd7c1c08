/** Everything that may happen to a ticket, in the order of its life. Those of the archive come first (contracts). */
export const ARCHIVED_ACTS = [
  'open',
  'accept',
  'assign',
  'transfer',
  'wait',
  'resume',
  'extend',
  'answer',
  'close',
  'ask',
  'confirm',
  'reopen',
  'rate',
  'escalate',
  'acknowledge',
  'withdraw',
] as const;

export const TICKET_ACTS = [
  ...ARCHIVED_ACTS,
  /** A picture kept by reference. */
  'attach',
  /** The limit has passed: one event for each. */
  'miss',
  /** The same matter as another ticket, and no longer. */
  'link',
  'unlink',
  /** A rating that an appeal has set aside. */
  'set-aside',
  /** The member had the words deleted. */
  'erase',
] as const;

export type TicketAct = (typeof TICKET_ACTS)[number];
