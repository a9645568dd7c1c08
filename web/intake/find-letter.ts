import type { Db } from '../../db/connect.ts';
import { closingWords } from '../../db/letters.ts';
import { readSetting } from '../../db/settings.ts';
import { type PlacedTicket, ticketByNumber } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { isCodeOf } from './check-code.ts';
import type { StateForm } from './forms.ts';

/** Where a letter stands, for who has its number and its code. */
export interface FoundLetter {
  ticket: PlacedTicket;
  /** What the one responsible wrote when it was done. */
  answer: string | null;
}

/** Null for a wrong number and for a wrong code alike: nobody learns which numbers there are. */
export async function findLetter(db: Db, { number, code }: StateForm): Promise<FoundLetter | null> {
  const ticket = await ticketByNumber(db, number);
  const kept = ticket ? await readSetting(db, keys.letterCode(ticket.id)) : null;
  if (!ticket || typeof kept !== 'string' || !isCodeOf(ticket.id, code, kept)) return null;
  return { ticket, answer: await closingWords(db, ticket) };
}
