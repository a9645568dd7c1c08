import { candidatesFor } from '../../db/curators.ts';
import { openTicketsOfCadre } from '../../db/tickets.ts';
import { unansweredOf } from '../../db/unanswered-needs.ts';
import { toCadre } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 我的工单: what is on the cadre's desk, the most urgent first, and how many more wait for a word. */
export const myTickets = defineCommand({
  name: 'my-tickets',
  says: ['我的工单', '我的件'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPrivateOnly: true,
  help: '看手上在办的事',
  async run({ tx, person, now, say }) {
    const mine = await openTicketsOfCadre(tx, person.id);
    const unanswered = (await unansweredOf(tx, person.id, now)).length;
    const candidates = (await candidatesFor(tx, person)).length;
    await say(toCadre.myTickets(mine, { unanswered, candidates }, now));
  },
});
