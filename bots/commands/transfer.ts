import { groupById, nameIn } from '../../db/groups.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { toCadre } from '../../src/texts.ts';
import { cadreMeant } from '../desk/cadre-meant.ts';
import { escalateIfStuck } from '../desk/escalate-stuck.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { refuseKeptFrom } from '../desk/refuse-kept-from.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 转: hands the ticket to another cadre, who gets the card; whoever took it on first keeps the duty (首接负责). */
export const transfer = defineCommand({
  name: 'transfer',
  says: ['转'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isDaily: true,
  help: '转 12 @名字：转给别的干部',
  async run(turn, words) {
    const { tx, now } = turn;
    const before = await deskTicket(turn, words, 'transfer-ticket');
    const to = await cadreMeant(turn, words.rest);
    if (!to) throw new Failure('not-understood', toCadre.transferToWhom(before.number));
    if (to.id === before.assigneeId)
      throw new Failure('ticket-state', toCadre.alreadyTheirs(before, to.name));
    await refuseKeptFrom(turn, before, to.id);
    const ticket = await escalateIfStuck(turn, await writeAct(turn, before, 'transfer', { toId: to.id }));
    const group = await groupById(tx, ticket.groupId);
    const who = await nameIn(tx, ticket.groupId, ticket.requesterId);
    const key = keys.ticketCard(ticket.id, to.id, ticket.lastSeq);
    const isTold = await turn.tell(to, key, toCadre.card(ticket, who, group?.name ?? '', now));
    await turn.say(
      isTold ? toCadre.transferred(ticket, to.name) : toCadre.transferredUnheard(ticket, to.name),
    );
  },
});
