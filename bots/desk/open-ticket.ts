import { endOffer } from '../../db/decisions.ts';
import { groupById, groupIdsOfMember, nameIn } from '../../db/groups.ts';
import { keepText } from '../../db/messages.ts';
import { cadresOf, leadersOf } from '../../db/people.ts';
import { openTicket, type PlacedTicket, ticketOfMessage } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { newId } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { dueAtFor } from '../../src/limits.ts';
import { maskNumbers } from '../../src/mask.ts';
import type { Message } from '../../src/message.ts';
import { toCadre, toLeader, toMember } from '../../src/texts.ts';
import { topicOf } from '../../src/understanding/topic.ts';
import type { Turn } from '../turn.ts';

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
  const [first] = await cadresOf(tx, groupId);
  const ticket = await openTicket(
    tx,
    {
      id: newId(now),
      kind: 'request',
      groupId,
      placeId: source.placeId,
      requesterId: person.id,
      topic: topicOf(maskNumbers(text)),
      messageId: source.id,
      assigneeId: first?.id ?? null,
      openedAt: source.sentAt,
      dueAt: dueAtFor(source.sentAt),
    },
    person.id,
    message.trace,
  );
  await keepText(tx, source.placeId, source.id);
  await endOffer(tx, source.placeId, source.id);
  await turn.say(first ? toMember.opened(ticket, now) : toMember.openedNoCadre(ticket), {
    key: keys.ticketOpened(ticket.id),
  });
  await sendCards(turn, ticket);
  return ticket;
}

/** Tells the group's cadres in private; where none of them can be reached, the leader, so that no ticket is unheard of. */
async function sendCards(turn: Turn, ticket: PlacedTicket): Promise<void> {
  const { tx, now, bot } = turn;
  const group = await groupById(tx, ticket.groupId);
  const groupName = group?.name ?? '';
  const who = await nameIn(tx, ticket.groupId, ticket.requesterId);
  const card = toCadre.card(ticket, who, groupName, now);
  let told = 0;
  for (const cadre of await cadresOf(tx, ticket.groupId)) {
    if (await turn.tell(cadre, keys.ticketCard(ticket.id, cadre.id, ticket.lastSeq), card)) told++;
  }
  if (told || !group) return;
  bot.log.warn({ trace: turn.message.trace, group: group.id }, 'no cadre of the group can be written to');
  for (const leader of await leadersOf(tx, group.unitId)) {
    await turn.tell(
      leader,
      keys.escalation(ticket.id, leader.id, 'unassigned'),
      toLeader.unassigned(ticket, groupName),
    );
  }
}
