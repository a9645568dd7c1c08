import { openTicket, type PlacedTicket } from '../../db/tickets.ts';
import { newId } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { dueAfter } from '../../src/limits.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';
import { firstServing } from './first-serving.ts';
import { sendCards } from './send-cards.ts';
import { tellAssignee } from './tell-assignee.ts';

/** Late words about a ticket that is long done open a new one beside it, linked to the old; the clock starts at the words. */
export async function openLinked(turn: Turn, old: PlacedTicket): Promise<PlacedTicket> {
  const { tx, now, message, person } = turn;
  const { kind, groupId, placeId, topic, limitClass, limitMs, line, number } = old;
  const { assigneeId: firstId, calendar } = await firstServing(turn, groupId);
  // What was never the group's desk's (a call-back, a gap, a task) stays with whoever had it.
  const isOfDesk = kind === 'request' || kind === 'suggestion';
  const assigneeId = isOfDesk ? firstId : old.assigneeId;
  const ticket = await openTicket(
    tx,
    {
      ...{ id: newId(now), kind, groupId, placeId, topic, limitClass, limitMs, line },
      requesterId: person.id,
      messageId: message.id,
      assigneeId,
      openedAt: message.sentAt,
      dueAt: dueAfter(message.sentAt, limitMs, calendar),
      linkedFrom: number,
      about: old.about,
    },
    person.id,
    message.trace,
  );
  await turn.say(toMember.openedLinked(ticket, number), { key: keys.ticketOpened(ticket.id) });
  if (isOfDesk) await sendCards(turn, ticket);
  else await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, 1), toCadre.reopened(ticket));
  return ticket;
}
