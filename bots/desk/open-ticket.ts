import { endOffer } from '../../db/decisions.ts';
import { groupIdsOfMember } from '../../db/groups.ts';
import { keepText } from '../../db/messages.ts';
import { openTicket, type PlacedTicket, ticketOfMessage } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { newId } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { limitClassOf } from '../../src/limit-class.ts';
import { dueAfter, limitMs } from '../../src/limits.ts';
import { maskNumbers } from '../../src/mask.ts';
import type { Message } from '../../src/message.ts';
import { lineOf } from '../../src/service-lines.ts';
import { toMember } from '../../src/texts.ts';
import { topicOf } from '../../src/understanding/topic.ts';
import { attachEarlier } from '../pictures.ts';
import type { Turn } from '../turn.ts';
import { firstServing } from './first-serving.ts';
import { keptPrivate, sayOpenedAlone } from './private-matter.ts';
import { sendCards } from './send-cards.ts';

/** The group whose cadres answer for this: where it was said, else the member's own. */
async function servingGroupId(turn: Turn, source: Message): Promise<string> {
  if (!source.isPrivate) return source.placeId;
  const [groupId] = await groupIdsOfMember(turn.tx, turn.person.id);
  if (!groupId) throw new Failure('no-such-group', toMember.whichGroup());
  return groupId;
}

/**
 * 记录: opens the ticket of a message. The clock starts at that message, not at the word that recorded it.
 * The same message opens one ticket only, however often it is asked for.
 */
export async function recordTicket(turn: Turn, source: Message, text: string): Promise<PlacedTicket> {
  const { tx, now, message, person } = turn;
  const known = await ticketOfMessage(tx, source.id);
  if (known) {
    await turn.say(toMember.alreadyOpen(known));
    return known;
  }
  const groupId = await servingGroupId(turn, source);
  const kept = keptPrivate(turn, source, text);
  const { assigneeId, calendar } = await firstServing(turn, groupId);
  const limitClass = limitClassOf('request', text);
  const ms = limitMs(limitClass, calendar);
  const opened = await openTicket(
    tx,
    {
      id: newId(now),
      kind: 'request',
      groupId,
      placeId: kept?.placeId ?? source.placeId,
      requesterId: person.id,
      topic: kept?.topic ?? topicOf(maskNumbers(text)),
      messageId: source.id,
      assigneeId,
      openedAt: source.sentAt,
      limitClass,
      limitMs: ms,
      line: lineOf(text),
      dueAt: dueAfter(source.sentAt, ms, calendar),
    },
    person.id,
    message.trace,
  );
  const ticket = await attachEarlier(turn, opened, source);
  await keepText(tx, source.placeId, source.id);
  await endOffer(tx, source.placeId, source.id);
  if (kept) await sayOpenedAlone(turn, ticket);
  else
    await turn.say(assigneeId ? toMember.opened(ticket, now) : toMember.openedNoCadre(ticket), {
      key: keys.ticketOpened(ticket.id),
    });
  await sendCards(turn, ticket);
  return ticket;
}
