import { groupById, nameIn } from '../../db/groups.ts';
import { cadresNamed, personById } from '../../db/people.ts';
import { addTicketEvent } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { isCadre, type Person } from '../../src/people.ts';
import { toCadre } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** The cadre meant: mentioned, or named after @; two of one name are not guessed between. */
async function cadreMeant(turn: Turn, rest: string, number: number): Promise<Person> {
  for (const id of turn.message.mentions) {
    const person = await personById(turn.tx, id);
    if (person && isCadre(person.role)) return person;
  }
  const named = await cadresNamed(turn.tx, rest.replace(/^[@＠]/u, '').split(/[\s，,。]/u)[0] ?? '');
  const [only] = named;
  if (!only || named.length > 1) throw new Failure('not-understood', toCadre.transferToWhom(number));
  return only;
}

/** 转: hands the ticket to another cadre, who gets the card. */
export const transfer = defineCommand({
  name: 'transfer',
  says: ['转'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  help: '转 12 @名字：转给别的干部',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await deskTicket(turn, words, 'transfer-ticket');
    const to = await cadreMeant(turn, words.rest, before.number);
    const event = { at: now, byId: person.id, act: 'transfer' as const, data: { toId: to.id } };
    const ticket = await addTicketEvent(tx, before, event, message.trace);
    const group = await groupById(tx, ticket.groupId);
    const who = await nameIn(tx, ticket.groupId, ticket.requesterId);
    const key = keys.ticketCard(ticket.id, to.id, ticket.lastSeq);
    await turn.tell(to, key, toCadre.card(ticket, who, group?.name ?? '', now));
    await turn.say(toCadre.transferred(ticket, to.name));
  },
});
