import type { TicketAct } from './acts.ts';
import type { Ticket, TicketEvent } from './shape.ts';

type Change = (ticket: Ticket, event: TicketEvent) => Partial<Ticket>;

const limitOf = (ticket: Ticket, { data }: TicketEvent): Date =>
  data.dueAt ? new Date(data.dueAt) : ticket.dueAt;

/** Waiting ends, and with it its reason; how long it was is written in the event that ended it. */
const waited = (ticket: Ticket, { data }: TicketEvent): Partial<Ticket> => ({
  waitingReason: null,
  waitingSince: null,
  handedTo: null,
  waitedMs: ticket.waitedMs + (data.waitedMs ?? 0),
});

/** In other hands it is to be taken on anew; what waits goes on waiting. */
const handedOn = (ticket: Ticket, { data }: TicketEvent): Partial<Ticket> => ({
  assigneeId: data.toId ?? null,
  state: ticket.state === 'waiting' ? 'waiting' : 'open',
});

const CHANGES: Record<Exclude<TicketAct, 'open'>, Change> = {
  accept: (ticket, { at, byId }) => ({
    state: 'accepted',
    acceptedAt: ticket.acceptedAt ?? at,
    assigneeId: byId,
    firstReceiverId: ticket.firstReceiverId ?? byId,
  }),
  assign: handedOn,
  transfer: (ticket, event) => ({
    ...handedOn(ticket, event),
    transferredTimes: ticket.transferredTimes + 1,
    // Whoever hands on what reached them first had received it.
    firstReceiverId: ticket.firstReceiverId ?? event.byId,
  }),
  wait: (_, { at, data }) => ({
    state: 'waiting',
    waitingReason: data.text ?? data.handedTo ?? null,
    waitingSince: at,
    handedTo: data.handedTo ?? null,
  }),
  resume: (ticket, event) => ({
    ...waited(ticket, event),
    state: ticket.firstReceiverId ? 'accepted' : 'open',
    dueAt: limitOf(ticket, event),
  }),
  extend: (ticket, event) => ({
    dueAt: limitOf(ticket, event),
    extendedTimes: ticket.extendedTimes + 1,
  }),
  answer: (ticket, { at }) => ({ answeredAt: ticket.answeredAt ?? at }),
  close: (ticket, event) => ({
    ...waited(ticket, event),
    state: 'closed',
    closedAt: event.at,
    answeredAt: ticket.answeredAt ?? event.at,
  }),
  ask: (_, { at }) => ({ askedAt: at }),
  confirm: (ticket, event) => ({
    ...waited(ticket, event),
    state: 'confirmed',
    confirmedAt: event.at,
    closedAt: ticket.closedAt ?? event.at,
  }),
  reopen: (ticket, event) => ({
    state: ticket.firstReceiverId ? 'accepted' : 'open',
    reopenedTimes: ticket.reopenedTimes + 1,
    closedAt: null,
    askedAt: null,
    confirmedAt: null,
    stars: null,
    escalatedAt: null,
    escalatedFor: null,
    acknowledgedAt: null,
    // The member's own 没解决 says that this one at least is not done with the other.
    duplicateOf: event.byId === null ? ticket.duplicateOf : null,
    dueAt: limitOf(ticket, event),
  }),
  rate: (_, { data }) => ({ stars: data.stars ?? null }),
  escalate: (_, { at, data }) => ({
    escalatedAt: at,
    escalatedFor: data.reason ?? 'overdue',
    acknowledgedAt: null,
  }),
  acknowledge: (_, { at }) => ({ acknowledgedAt: at }),
  withdraw: (ticket, event) => ({ ...waited(ticket, event), state: 'withdrawn' }),
  // With words it is more of the matter itself, without them a picture.
  attach: ({ pictures }, { data }) => (data.text === undefined ? { pictures: pictures + 1 } : {}),
  miss: (ticket, event) => ({ missedTimes: ticket.missedTimes + 1, missedDueAt: limitOf(ticket, event) }),
  link: (_, { data }) => ({ duplicateOf: data.number ?? null }),
  unlink: () => ({ duplicateOf: null }),
  'set-aside': () => ({ stars: null }),
  erase: (ticket, event) => ({
    ...waited(ticket, event),
    topic: '',
    isErased: true,
    state: ticket.state === 'closed' || ticket.state === 'confirmed' ? ticket.state : 'withdrawn',
  }),
};

/** What one act changes; `open` changes nothing, it is where the ticket begins. */
export const changeBy = (ticket: Ticket, event: TicketEvent): Partial<Ticket> =>
  event.act === 'open' ? {} : CHANGES[event.act](ticket, event);
