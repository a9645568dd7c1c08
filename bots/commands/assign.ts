import { groupById, nameIn } from '../../db/groups.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { aboutLeaderWords, aboutStraightUp, toCadre } from '../../src/texts.ts';
import { cadreMeant } from '../desk/cadre-meant.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { refuseKeptFrom } from '../desk/refuse-kept-from.ts';
import { tellSender } from '../desk/tell-sender.ts';
import { writeAct } from '../desk/write-act.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** Whoever hands a ticket down has seen it. */
async function acknowledged(turn: Turn, before: PlacedTicket): Promise<PlacedTicket> {
  if (before.escalatedFor === null || before.acknowledgedAt !== null) return before;
  const ticket = await writeAct(turn, before, 'acknowledge');
  if (ticket.escalatedFor === 'straight-up')
    await tellSender(turn, ticket, aboutStraightUp.seen(ticket, turn.person.name));
  return ticket;
}

/** 派: the leader gives the ticket to a cadre, who gets the card. */
export const assign = defineCommand({
  name: 'assign',
  says: ['派', '指派'],
  act: 'see-own-tickets',
  forWhom: 'leader',
  isPrivateOnly: true,
  needsNumber: true,
  help: '派 12 @名字：指定谁来办',
  async run(turn, words) {
    const { tx, now } = turn;
    const before = await numberedTicket(turn, words.number ?? 0, 'assign-ticket');
    const to = await cadreMeant(turn, words.rest);
    if (!to) throw new Failure('not-understood', aboutLeaderWords.assignToWhom(before.number));
    if (to.id === before.assigneeId)
      throw new Failure('ticket-state', aboutLeaderWords.alreadyTheirs(before, to.name));
    await refuseKeptFrom(turn, before, to.id);
    const seen = await acknowledged(turn, before);
    const ticket = await writeAct(turn, seen, 'assign', { toId: to.id });
    const group = await groupById(tx, ticket.groupId);
    const who = await nameIn(tx, ticket.groupId, ticket.requesterId);
    const key = keys.ticketCard(ticket.id, to.id, ticket.lastSeq);
    const isTold = await turn.tell(to, key, toCadre.card(ticket, who, group?.name ?? '', now));
    await turn.say(
      isTold
        ? aboutLeaderWords.assigned(ticket, to.name)
        : aboutLeaderWords.assignedUnreachable(ticket, to.name),
    );
  },
});
