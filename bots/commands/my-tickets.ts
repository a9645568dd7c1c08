import { openTicketsOfCadre } from '../../db/tickets.ts';
import { toCadre } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 我的工单: what is on the cadre's desk, the most urgent first. */
export const myTickets = defineCommand({
  name: 'my-tickets',
  says: ['我的工单', '我的件'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPrivateOnly: true,
  help: '看手上在办的事',
  async run(turn) {
    const mine = await openTicketsOfCadre(turn.tx, turn.person.id);
    await turn.say(toCadre.myTickets(mine, turn.now));
  },
});
