import type { LimitClass } from '../../src/limits.ts';
import type { EscalationReason, TicketAct, TicketEvent, TicketKind, TicketState } from '../../src/ticket.ts';
import { bool, index, instant, int, json, primaryKey, table, text } from '../columns.ts';

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
    limitClass: text('limit_class').$type<LimitClass>().notNull().default('timely'),
    /** Working milliseconds; the default is one working day of a street office. */
    limitMs: int('limit_ms').notNull().default(23_400_000),
    line: text('line'),
    linkedFrom: int('linked_from'),
    about: text('about'),
    handedTo: text('handed_to'),
    waitingSince: instant('waiting_since'),
    waitedMs: int('waited_ms').notNull().default(0),
    firstReceiverId: text('first_receiver_id'),
    extendedTimes: int('extended_times').notNull().default(0),
    missedTimes: int('missed_times').notNull().default(0),
    missedDueAt: instant('missed_due_at'),
    duplicateOf: int('duplicate_of'),
    escalatedFor: text('escalated_for').$type<EscalationReason>(),
    pictures: int('pictures').notNull().default(0),
    isErased: bool('is_erased').notNull().default(false),
    lastSeq: int('last_seq').notNull(),
    /** When the sweep has to look at it next; null: at once while it is worked on. */
    lookAt: instant('look_at'),
  },
  t => [
    primaryKey({ columns: [t.groupId, t.id] }),
    index('tickets_number').on(t.number),
    index('tickets_open').on(t.state, t.dueAt),
    index('tickets_requester').on(t.requesterId),
    index('tickets_message').on(t.messageId),
    index('tickets_assignee').on(t.assigneeId, t.state),
    index('tickets_duplicate').on(t.duplicateOf),
    index('tickets_about').on(t.about),
    index('tickets_look').on(t.state, t.lookAt),
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
