import { appendAudit } from '../../db/audit.ts';
import { messageById } from '../../db/messages.ts';
import { eventsOf, type PlacedTicket } from '../../db/tickets.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** The member's own words as they stand: their message, or what the first event kept beside the short topic (a letter's way back). */
async function rawTextOf({ tx }: Turn, ticket: PlacedTicket): Promise<string | null> {
  const { messageId, placeId, groupId, topic } = ticket;
  const said = async (place: string) => (messageId ? messageById(tx, place, messageId) : null);
  const message = (await said(placeId)) ?? (await said(groupId));
  if (message?.text) return message.text;
  const opened = (await eventsOf(tx, ticket)).find(event => event.act === 'open');
  const written = opened?.data.text;
  return written && written !== topic ? written : null;
}

/** 原文 12: the unmasked words, to whoever handles the ticket, in private; every such view stands in the audit. */
export const rawText = defineCommand({
  name: 'raw-text',
  says: ['原文', '原话'],
  act: 'see-own-data',
  forWhom: 'staff',
  isPrivateOnly: true,
  needsNumber: true,
  help: '原文 12：看承办的那件事的原话（会留记录）',
  async run(turn, words) {
    const { tx, person, now } = turn;
    const ticket = await numberedTicket(turn, words.number ?? 0, 'see-raw-text');
    const text = await rawTextOf(turn, ticket);
    if (ticket.requesterId !== person.id) {
      const thing = `ticket/${ticket.number}`;
      await appendAudit(
        tx,
        { byId: person.id, act: 'view-raw-text', thing, data: { found: text !== null } },
        now,
      );
    }
    const { number, pictures } = ticket;
    await turn.say(
      text === null ? aboutOwnData.rawGone(number, pictures) : aboutOwnData.raw(number, text, pictures),
    );
  },
});
