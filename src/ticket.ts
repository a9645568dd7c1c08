import { limitMs } from './limits.ts';
import { changeBy } from './ticket/changes.ts';
import { refuseUnfit } from './ticket/fitness.ts';
import type { Ticket, TicketEvent, TicketOpening } from './ticket/shape.ts';

export { TICKET_ACTS, type TicketAct } from './ticket/acts.ts';
export {
  ESCALATION_REASONS,
  type EscalationReason,
  type OpeningFacts,
  TICKET_KINDS,
  type Ticket,
  type TicketEvent,
  type TicketEventData,
  type TicketKind,
  type TicketLog,
  type TicketOpening,
  type TicketState,
} from './ticket/shape.ts';

export function openedTicket(opening: TicketOpening): Ticket {
  const limitClass = opening.limitClass ?? 'timely';
  return {
    ...opening,
    limitClass,
    limitMs: opening.limitMs ?? limitMs(limitClass),
    line: opening.line ?? null,
    linkedFrom: opening.linkedFrom ?? null,
    about: opening.about ?? null,
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
    waitingSince: null,
    handedTo: null,
    waitedMs: 0,
    firstReceiverId: null,
    extendedTimes: 0,
    missedTimes: 0,
    missedDueAt: null,
    duplicateOf: null,
    escalatedAt: null,
    escalatedFor: null,
    acknowledgedAt: null,
    pictures: 0,
    isErased: false,
    lastSeq: 1,
  };
}

/** What the ticket is after one more event. Throws Failure('ticket-state') when the act does not fit. */
export function apply(ticket: Ticket, event: TicketEvent): Ticket {
  refuseUnfit(ticket, event);
  return { ...ticket, ...changeBy(ticket, event), lastSeq: event.seq };
}

/** The ticket as its log says, from its opening and every later event in order. */
export const replay = (opening: TicketOpening, events: readonly TicketEvent[]): Ticket =>
  events.filter(event => event.act !== 'open').reduce(apply, openedTicket(opening));

/** The opening as the first event tells it; null for logs older than that. */
export function openingOf(event: TicketEvent, groupId: string): Required<TicketOpening> | null {
  const { opened } = event.data;
  if (event.act !== 'open' || !opened) return null;
  const { openedAt, dueAt, ...rest } = opened;
  return { ...rest, id: event.ticketId, groupId, openedAt: new Date(openedAt), dueAt: new Date(dueAt) };
}

/** Still to be worked on by somebody. */
export const isWorkedOn = ({ state }: Pick<Ticket, 'state'>): boolean =>
  state === 'open' || state === 'accepted' || state === 'waiting';

/** On somebody's desk: worked on, and not waiting for its twin to be done. */
export const isOnDesk = (ticket: Pick<Ticket, 'state' | 'duplicateOf'>): boolean =>
  isWorkedOn(ticket) && ticket.duplicateOf === null;
