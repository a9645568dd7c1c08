import { limitClassOf } from '../limit-class.ts';
import { dueAfter, limitMs } from '../limits.ts';
import type { TicketEvent, TicketLog } from '../ticket.ts';
import type { LineOf } from './line.ts';
import type { Survey } from './survey.ts';

function asEvent(line: LineOf<'ticket-event'>, seq: number, requesterId: string): TicketEvent {
  // An archive gives no reason: what the member takes upward is a straight-up word.
  const isStraightUp = line.act === 'escalate' && line.by === requesterId;
  return {
    ticketId: line.ticket,
    seq,
    at: line.at,
    byId: line.by,
    act: line.act,
    data: {
      ...(line.text === undefined ? {} : { text: line.text }),
      ...(line.stars === undefined ? {} : { stars: line.stars }),
      ...(line.to === undefined ? {} : { toId: line.to }),
      ...(line.dueAt === undefined ? {} : { dueAt: line.dueAt.toISOString() }),
      ...(isStraightUp ? { reason: 'straight-up' as const } : {}),
    },
  };
}

/** The tickets of an archive with their logs in order of time, by group; numbered in the order they were opened. */
export function ticketLogsOf({ lines }: Survey): Map<string, TicketLog[]> {
  const events = new Map<string, LineOf<'ticket-event'>[]>();
  for (const line of lines) {
    if (line.type !== 'ticket-event') continue;
    const known = events.get(line.ticket);
    if (known) known.push(line);
    else events.set(line.ticket, [line]);
  }
  const tickets = lines
    .filter(line => line.type === 'ticket')
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1));
  const byGroup = new Map<string, TicketLog[]>();
  for (const [index, line] of tickets.entries()) {
    const log: TicketLog = {
      opening: {
        id: line.id,
        number: index + 1,
        kind: line.kind,
        groupId: line.group,
        requesterId: line.requester,
        topic: line.topic,
        messageId: line.message,
        assigneeId: null,
        openedAt: line.openedAt,
        // An archive tells no limit: each kind has its own, as in the chat.
        dueAt: dueAfter(line.openedAt, limitMs(limitClassOf(line.kind, ''))),
      },
      events: (events.get(line.id) ?? [])
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map((event, at) => asEvent(event, at + 2, line.requester)),
    };
    byGroup.set(line.group, [...(byGroup.get(line.group) ?? []), log]);
  }
  return byGroup;
}
