import type { LimitClass } from '../limits.ts';
import type { TicketAct } from './acts.ts';

/** 服务工单: the record of a request. The event log is the only truth; the ticket is what its events say. */

export const TICKET_KINDS = ['request', 'suggestion', 'resource-gap', 'improvement', 'call-back'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

/** Why a leader is told: past the limit, three transfers or reopenings, the member's own word, or nobody to tell. */
export const ESCALATION_REASONS = ['overdue', 'transfers', 'reopenings', 'straight-up', 'unheard'] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** What a ticket was opened with; written into its first event, so that the log alone tells it all. */
export interface OpeningFacts {
  number: number;
  kind: TicketKind;
  requesterId: string;
  topic: string;
  messageId: string | null;
  assigneeId: string | null;
  openedAt: string;
  dueAt: string;
  limitClass: LimitClass;
  limitMs: number;
  line: string | null;
  linkedFrom: number | null;
  about: string | null;
}

export interface TicketEventData {
  text?: string | undefined;
  stars?: number | undefined;
  /** Whom it was handed to, or which leader was told. */
  toId?: string | undefined;
  /** The limit from now on (resume, extend, reopen), or the one that was missed. ISO 8601. */
  dueAt?: string | undefined;
  reason?: EscalationReason | undefined;
  /** The ticket this one is a duplicate of; for close and ask: the one whose closing closed this too. */
  number?: number | undefined;
  /** A picture, by reference. */
  messageId?: string | undefined;
  /** Where it was handed over outside the chat: 法律援助站. */
  handedTo?: string | undefined;
  /** 去了 or 没去: whether the hand-over happened. */
  happened?: boolean | undefined;
  /** Milliseconds from the member's message to this act, as the clock ran, and in working time. */
  rawMs?: number | undefined;
  workingMs?: number | undefined;
  /** Working milliseconds for which it had waited, told by the act that ended the waiting. */
  waitedMs?: number | undefined;
  /** The calendar by which working time was reckoned. */
  calendar?: string | undefined;
  opened?: OpeningFacts | undefined;
}

export interface TicketEvent {
  ticketId: string;
  /** 1, 2, 3 … within the ticket. */
  seq: number;
  at: Date;
  /** The person who acted; null when the program did. */
  byId: string | null;
  act: TicketAct;
  data: TicketEventData;
}

/** A ticket with its log in order of time. */
export interface TicketLog {
  opening: TicketOpening;
  events: TicketEvent[];
}

export type TicketState = 'open' | 'accepted' | 'waiting' | 'closed' | 'confirmed' | 'withdrawn';

export interface TicketOpening {
  id: string;
  /** 第12件, unique in the installation. */
  number: number;
  kind: TicketKind;
  groupId: string;
  requesterId: string;
  topic: string;
  /** The message the clock starts at. */
  messageId: string | null;
  assigneeId: string | null;
  /** When the member said it: the clock starts at the member's message, not at acceptance. */
  openedAt: Date;
  dueAt: Date;
  /** 时限 class; `timely` where nothing else was said. */
  limitClass?: LimitClass;
  /** Working milliseconds of the limit, as it stood when the ticket was opened. */
  limitMs?: number;
  /** 服务线 such as `rights`; null when none fits. */
  line?: string | null;
  /** The number of an older ticket whose late words opened this one. */
  linkedFrom?: number | null;
  /** What it came of: `ticket/12` for a call-back, `finding/g1/2026-W47/cadre-silent` for an improvement task. */
  about?: string | null;
}

export interface Ticket extends Required<TicketOpening> {
  state: TicketState;
  acceptedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  /** The member was asked whether it is solved. */
  askedAt: Date | null;
  confirmedAt: Date | null;
  reopenedTimes: number;
  transferredTimes: number;
  /** 1-5; null while unrated. */
  stars: number | null;
  waitingReason: string | null;
  waitingSince: Date | null;
  /** Working milliseconds it has waited in all. */
  waitedMs: number;
  /** Where it was handed over outside the chat, while it waits for that. */
  handedTo: string | null;
  /** 首接负责: whoever took it on first keeps the duty to see it through. */
  firstReceiverId: string | null;
  extendedTimes: number;
  missedTimes: number;
  /** The limit that was last missed; each is missed once. */
  missedDueAt: Date | null;
  /** The number of the ticket this one is a duplicate of. */
  duplicateOf: number | null;
  escalatedAt: Date | null;
  /** Why the leader was told the last time. */
  escalatedFor: EscalationReason | null;
  acknowledgedAt: Date | null;
  /** Pictures kept by reference. */
  pictures: number;
  isErased: boolean;
  lastSeq: number;
}
