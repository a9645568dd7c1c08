import { Failure } from './errors.ts';
import { addWorkingMs, HOUR_MS } from './time.ts';

/** 服务工单: the record of a request. The event log is the only truth; the ticket is what its events say. */

export const TICKET_KINDS = ['request', 'suggestion', 'resource-gap', 'improvement', 'call-back'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

export const TICKET_ACTS = [
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
export type TicketAct = (typeof TICKET_ACTS)[number];

export interface TicketEvent {
  ticketId: string;
  /** 1, 2, 3 … within the ticket. */
  seq: number;
  at: Date;
  /** The person who acted; null when the program did. */
  byId: string | null;
  act: TicketAct;
  data: {
    text?: string | undefined;
    stars?: number | undefined;
    toId?: string | undefined;
    dueAt?: string | undefined;
  };
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
}

export interface Ticket extends TicketOpening {
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
  escalatedAt: Date | null;
  acknowledgedAt: Date | null;
  lastSeq: number;
}

/** A general request is answered within eight working hours, about one working day (时限, class `timely`). */
export const TIMELY_WORKING_MS = 8 * HOUR_MS - 1.5 * HOUR_MS;
const HALF_HOUR_MS = HOUR_MS / 2;
/** The limit of a request said at `openedAt`, on a half hour, as a person would name it. */
export const dueAtFor = (openedAt: Date): Date =>
  new Date(Math.ceil(addWorkingMs(openedAt, TIMELY_WORKING_MS).getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);

export function openedTicket(opening: TicketOpening): Ticket {
  return {
    ...opening,
    state: 'open',
    acceptedAt: null,
    answeredAt: null,
    closedAt: null,
    askedAt: null,
    confirmedAt: null,
    reopenedTimes: 0,
    transferredTimes: 0,
    stars: null,
    waitingReason: null,
    escalatedAt: null,
    acknowledgedAt: null,
    lastSeq: 1,
  };
}

const WORKED_ON: readonly TicketState[] = ['open', 'accepted', 'waiting'];
const DONE: readonly TicketState[] = ['closed', 'confirmed'];

/** From which states an act may be done. */
const ALLOWED: Record<Exclude<TicketAct, 'open'>, readonly TicketState[]> = {
  accept: ['open'],
  assign: WORKED_ON,
  transfer: WORKED_ON,
  wait: ['open', 'accepted'],
  resume: ['waiting'],
  extend: ['open', 'accepted'],
  answer: WORKED_ON,
  close: WORKED_ON,
  ask: ['closed'],
  confirm: [...WORKED_ON, 'closed'],
  reopen: DONE,
  rate: DONE,
  escalate: WORKED_ON,
  acknowledge: WORKED_ON,
  withdraw: WORKED_ON,
};

const STATE_WORDS: Record<TicketState, string> = {
  open: '还没人接',
  accepted: '正在办',
  waiting: '在等',
  closed: '已经办结',
  confirmed: '已经解决',
  withdrawn: '已经撤回',
};

type Change = (ticket: Ticket, event: TicketEvent) => Partial<Ticket>;

const CHANGES: Record<Exclude<TicketAct, 'open'>, Change> = {
  accept: (_, event) => ({ state: 'accepted', acceptedAt: event.at, assigneeId: event.byId }),
  assign: (_, event) => ({ assigneeId: event.data.toId ?? null }),
  transfer: (ticket, event) => ({
    assigneeId: event.data.toId ?? null,
    transferredTimes: ticket.transferredTimes + 1,
  }),
  wait: (_, event) => ({ state: 'waiting', waitingReason: event.data.text ?? null }),
  resume: ticket => ({ state: ticket.acceptedAt ? 'accepted' : 'open', waitingReason: null }),
  extend: (ticket, event) => ({ dueAt: event.data.dueAt ? new Date(event.data.dueAt) : ticket.dueAt }),
  answer: (ticket, event) => ({ answeredAt: ticket.answeredAt ?? event.at }),
  close: (ticket, event) => ({
    state: 'closed',
    closedAt: event.at,
    answeredAt: ticket.answeredAt ?? event.at,
    waitingReason: null,
  }),
  ask: (_, event) => ({ askedAt: event.at }),
  confirm: (ticket, event) => ({
    state: 'confirmed',
    confirmedAt: event.at,
    closedAt: ticket.closedAt ?? event.at,
  }),
  reopen: (ticket, event) => ({
    state: ticket.acceptedAt ? 'accepted' : 'open',
    reopenedTimes: ticket.reopenedTimes + 1,
    closedAt: null,
    askedAt: null,
    confirmedAt: null,
    stars: null,
    escalatedAt: null,
    acknowledgedAt: null,
    dueAt: event.data.dueAt ? new Date(event.data.dueAt) : ticket.dueAt,
  }),
  rate: (_, event) => ({ stars: event.data.stars ?? null }),
  escalate: (_, event) => ({ escalatedAt: event.at }),
  acknowledge: (_, event) => ({ acknowledgedAt: event.at }),
  withdraw: () => ({ state: 'withdrawn' }),
};

/** What the ticket is after one more event. Throws Failure('ticket-state') when the act does not fit its state. */
export function apply(ticket: Ticket, event: TicketEvent): Ticket {
  const act = event.act;
  if (act === 'open' || !ALLOWED[act].includes(ticket.state)) {
    throw new Failure('ticket-state', `第${ticket.number}件${STATE_WORDS[ticket.state]}，这一步现在做不了。`);
  }
  return { ...ticket, ...CHANGES[act](ticket, event), lastSeq: event.seq };
}

/** The ticket as its log says, from its opening and every later event in order. */
export const replay = (opening: TicketOpening, events: readonly TicketEvent[]): Ticket =>
  events.filter(event => event.act !== 'open').reduce(apply, openedTicket(opening));
