import { nameIn } from '../db/groups.ts';
import { cadresOf, leadersUpward } from '../db/people.ts';
import { addTicketEvent, openTicketsOfGroup } from '../db/tickets.ts';
import { keys } from '../src/keys.ts';
import type { ReplyEdge } from '../src/message.ts';
import { isCadre } from '../src/people.ts';
import { toCadre } from '../src/texts.ts';
import { isOfMember } from '../src/ticket/of-member.ts';
import { isHeldByLeader } from './desk/held-by-leader.ts';
import type { Turn } from './turn.ts';

/** From this confidence on an answer in the group counts by itself; a mere turn never does. */
const SURE = 0.9;

/**
 * A cadre's answer in the group counts by itself, with no form: it is written into the log of the ticket it answers,
 * and the cadre is asked in private whether that was it.
 */
export async function noteAnswers(turn: Turn, edges: readonly ReplyEdge[]): Promise<void> {
  const { tx, group, person, message } = turn;
  const answered = new Set(edges.filter(edge => edge.confidence >= SURE).map(edge => edge.toMessageId));
  if (!group || !isCadre(person.role) || !answered.size) return;
  const cadres = await cadresOf(tx, group.id);
  const isOfGroup = cadres.some(cadre => cadre.id === person.id);
  if (!isOfGroup) return;
  const leaders = await leadersUpward(tx, group.unitId);
  for (const ticket of await openTicketsOfGroup(tx, group.id)) {
    const isMeant =
      (ticket.messageId !== null && answered.has(ticket.messageId)) ||
      message.mentions.includes(ticket.requesterId);
    // A call-back is spoken of in private, and kept from the one it is about.
    if (!isMeant || ticket.answeredAt || ticket.kind === 'call-back') continue;
    // What staff ask of each other is not answered to a member, and what went over the cadres' heads stays there.
    if (!isOfMember(ticket.kind) || (await isHeldByLeader(tx, ticket, { leaders, cadres }))) continue;
    const event = { at: message.sentAt, byId: person.id, act: 'answer' as const, data: {} };
    await addTicketEvent(tx, ticket, event, message.trace);
    const who = await nameIn(tx, group.id, ticket.requesterId);
    await turn.tell(person, keys.closeProposed(ticket.id, message.id), toCadre.closeProposed(ticket, who));
  }
}
