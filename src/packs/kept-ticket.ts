import type { EscalationReason, TicketAct, TicketEvent, TicketKind, TicketLog } from '../ticket.ts';
import { REFERENCES, SLOTS } from './names.ts';
import type { Packing } from './packing.ts';

interface KeptEvent {
  at: number;
  by: number | null;
  act: TicketAct;
  stars?: number | undefined;
  to?: number | undefined;
  dueAt?: string | undefined;
  reason?: EscalationReason | undefined;
  number?: number | undefined;
}

/** A ticket's log as a pack keeps it: people as slots, no words of members, moments as UTC ms. */
export interface KeptTicket {
  id: string;
  number: number;
  kind: TicketKind;
  requester: number;
  message: number;
  openedAt: number;
  dueAt: number;
  line: string | null;
  /** What a leader wants mended; the topics of members' matters are not kept. */
  topic: string;
  events: KeptEvent[];
}

/** Both lists of tickets as one text. */
export interface KeptTickets {
  tickets: KeptTicket[];
  improvements: KeptTicket[];
}

const keepEvent = (packing: Packing, { at, byId, act, data }: TicketEvent): KeptEvent => ({
  at: at.getTime(),
  by: byId === null ? null : packing.slot(byId),
  act,
  stars: data.stars,
  to: data.toId === undefined ? undefined : packing.slot(data.toId),
  dueAt: data.dueAt,
  reason: data.reason,
  number: data.number,
});

/** What a pack keeps of a ticket. */
export const keepTicket = (packing: Packing, { opening, events }: TicketLog): KeptTicket => ({
  id: opening.id,
  number: opening.number,
  kind: opening.kind,
  requester: packing.slot(opening.requesterId),
  message: packing.reference(opening.messageId),
  openedAt: opening.openedAt.getTime(),
  dueAt: opening.dueAt.getTime(),
  line: opening.line ?? null,
  topic: opening.kind === 'improvement' ? opening.topic : '',
  events: events.map(event => keepEvent(packing, event)),
});

const eventOf = (ticketId: string, kept: KeptEvent, index: number): TicketEvent => {
  const { at, by, act, to, ...data } = kept;
  return {
    ticketId,
    seq: index + 1,
    at: new Date(at),
    byId: by === null ? null : SLOTS.nameOf(by),
    act,
    data: to === undefined ? data : { ...data, toId: SLOTS.nameOf(to) },
  };
};

/** The log as measures read it; what is not kept is empty. */
export function ticketLogOf(kept: KeptTicket, groupId: string): TicketLog {
  const { id, number, kind, line, topic } = kept;
  return {
    opening: {
      id,
      number,
      kind,
      groupId,
      requesterId: SLOTS.nameOf(kept.requester),
      topic,
      messageId: kept.message < 0 ? null : REFERENCES.nameOf(kept.message),
      assigneeId: null,
      openedAt: new Date(kept.openedAt),
      dueAt: new Date(kept.dueAt),
      line,
    },
    events: kept.events.map((event, index) => eventOf(id, event, index)),
  };
}
