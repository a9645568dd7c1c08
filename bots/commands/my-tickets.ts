import { candidatesFor } from '../../db/curators.ts';
import { countPut } from '../../db/outbox.ts';
import { openTicketsOfCadre } from '../../db/tickets.ts';
import { unansweredOf } from '../../db/unanswered-needs.ts';
import { toCadre } from '../../src/texts.ts';
import { DAY_MS } from '../../src/time.ts';
import { defineCommand } from './define.ts';

/** 负担: what the bot itself asked of its reader in the last seven days is counted and shown. */
const LOAD_MS = 7 * DAY_MS;

/** 我的工单: what is on the reader's desk, the most urgent first, eight a page, and how many more wait for a word. */
export const myTickets = defineCommand({
  name: 'my-tickets',
  says: ['我的工单', '我的件'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPrivateOnly: true,
  isDaily: true,
  help: '看手上在办的事',
  async run({ tx, person, now, say }, words) {
    const tickets = await openTicketsOfCadre(tx, person.id);
    const since = new Date(now.getTime() - LOAD_MS);
    const more = {
      unanswered: (await unansweredOf(tx, person.id, now)).length,
      candidates: (await candidatesFor(tx, person)).length,
      reminded: await countPut(tx, person.id, 'reminder/', since),
      assigned: await countPut(tx, person.id, 'ticket-card/', since),
    };
    await say(toCadre.myTickets({ tickets, page: words.number ?? 1 }, more, now));
  },
});
