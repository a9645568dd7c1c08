import { groupById, nameIn } from '../../db/groups.ts';
import { leadersOf, servingCadresOf } from '../../db/people.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toLeader } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';
import { exampleHint } from './example-hint.ts';
import { routeHint } from './route-hint.ts';

/** Tells the group's cadres in private; where none of them can be reached, the leader, so that no ticket is unheard of. */
export async function sendCards(turn: Turn, ticket: PlacedTicket): Promise<void> {
  const { tx, now, bot } = turn;
  const group = await groupById(tx, ticket.groupId);
  const groupName = group?.name ?? '';
  const who = await nameIn(tx, ticket.groupId, ticket.requesterId);
  const hints = [await routeHint(tx, ticket), await exampleHint(tx, ticket)].filter(hint => hint !== null);
  const card = [toCadre.card(ticket, who, groupName, now), ...hints].join('\n');
  let told = 0;
  for (const cadre of await servingCadresOf(tx, ticket.groupId, now)) {
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
