import type { Db } from '../../db/connect.ts';
import { put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { addTicketEvent, type PlacedTicket } from '../../db/tickets.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { toCadre } from '../../src/texts.ts';
import { isOver } from '../../src/ticket/late-words.ts';
import { type FoundLetter, findLetter } from './find-letter.ts';
import type { StateForm } from './forms.ts';

/** 解决了 or 没解决: only the writer's own word says which. */
export const VERDICTS = ['confirm', 'reopen'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** May the writer still say so? Said twice, or late, it changes nothing. */
export const mayJudge = (ticket: PlacedTicket, now: Date): boolean =>
  ticket.state === 'closed' && !isOver(ticket, now);

async function tellResponsible(tx: Db, ticket: PlacedTicket, verdict: Verdict, now: Date): Promise<void> {
  const person = ticket.assigneeId ? await personById(tx, ticket.assigneeId) : null;
  if (!person?.isContact) return;
  const text = verdict === 'confirm' ? toCadre.confirmed(ticket) : toCadre.reopened(ticket);
  const key = keys.ticketNews(ticket.id, ticket.lastSeq);
  await put(tx, { key, placeId: person.id, isPrivate: true, text, trace: newTrace(now) }, now);
}

/** Writes the verdict into the log and tells the one responsible; the letter as it is then, null when it is not theirs. */
export async function giveVerdict(
  db: Db,
  form: StateForm,
  verdict: Verdict,
  now: Date,
): Promise<FoundLetter | null> {
  return db.transaction(async tx => {
    const found = await findLetter(tx, form);
    if (!found || !mayJudge(found.ticket, now)) return found;
    const { ticket, answer } = found;
    const act = { at: now, byId: ticket.requesterId, act: verdict, data: {} };
    const next = await addTicketEvent(tx, ticket, act, newTrace(now));
    await tellResponsible(tx, next, verdict, now);
    return { ticket: next, answer: verdict === 'confirm' ? answer : null };
  });
}
