import type { TicketAct, TicketEvent, TicketKind, TicketState } from '../../src/ticket.ts';
import { index, instant, int, json, primaryKey, table, text } from '../columns.ts';

/** 服务工单: the log is the truth, `tickets` is what it says, kept beside it so that sweeps are one query. */

export const tickets = table(
  'tickets',
  {
    groupId: text('group_id').notNull(),
    id: text('id').notNull(),
    number: int('number').notNull(),
    kind: text('kind').$type<TicketKind>().notNull(),
    requesterId: text('requester_id').notNull(),
    topic: text('topic').notNull(),
    messageId: text('message_id'),
    /** Where the member said it and is answered: the group, or their private chat. */
    placeId: text('place_id').notNull(),
    assigneeId: text('assignee_id'),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<TicketState>().notNull(),
    acceptedAt: instant('accepted_at'),
    answeredAt: instant('answered_at'),
    closedAt: instant('closed_at'),
    askedAt: instant('asked_at'),
    confirmedAt: instant('confirmed_at'),
    reopenedTimes: int('reopened_times').notNull(),
    transferredTimes: int('transferred_times').notNull(),
    stars: int('stars'),
    waitingReason: text('waiting_reason'),
    escalatedAt: instant('escalated_at'),
    acknowledgedAt: instant('acknowledged_at'),
    lastSeq: int('last_seq').notNull(),
  },
  t => [
    primaryKey({ columns: [t.groupId, t.id] }),
    index('tickets_number').on(t.number),
    index('tickets_open').on(t.state, t.dueAt),
    index('tickets_requester').on(t.requesterId),
    index('tickets_message').on(t.messageId),
  ],
);

export const ticketEvents = table(
  'ticket_events',
  {
    groupId: text('group_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    seq: int('seq').notNull(),
    at: instant('at').notNull(),
    byId: text('by_id'),
    act: text('act').$type<TicketAct>().notNull(),
    data: json('data').$type<TicketEvent['data']>().notNull(),
    trace: text('trace').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.ticketId, t.seq] })],
);

/** Numbers that only grow: the ticket number of the installation. */
export const counters = table('counters', {
  name: text('name').primaryKey(),
  value: int('value').notNull(),
});
