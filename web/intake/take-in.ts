import { calendarOfUnit } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { claimEffect } from '../../db/effects.ts';
import { isSaidSince } from '../../db/emergencies.ts';
import { keepLetterWords, type Receiver, receiverOf } from '../../db/letters.ts';
import { put } from '../../db/outbox.ts';
import { leadersOf, savePerson } from '../../db/people.ts';
import { saveSetting } from '../../db/settings.ts';
import { openTicket, type PlacedTicket, ticketAbout } from '../../db/tickets.ts';
import { newId, newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { dueAfter, limitMs } from '../../src/limits.ts';
import type { Message } from '../../src/message.ts';
import { letterTopic } from '../../src/private-topic.ts';
import { aboutLetters, toCadre, toLeader } from '../../src/texts.ts';
import { HOUR_MS } from '../../src/time.ts';
import { emergencyIn } from '../../src/understanding/emergency.ts';
import { checkCodeOf, codeHash, sheetHash } from './check-code.ts';
import type { LetterForm } from './forms.ts';

/** A letter that was taken in. */
export interface TakenLetter {
  ticket: PlacedTicket;
  /** Shown once, to the writer. */
  code: string;
  isUrgent: boolean;
}

/** The letter as its writer's own words in private; a person of their own, of whom nothing is known. */
function asMessage(letter: LetterForm, now: Date): Message {
  const writerId = newId(now);
  return {
    id: newId(now),
    placeId: writerId,
    isPrivate: true,
    senderId: writerId,
    sentAt: now,
    receivedAt: now,
    kind: 'text',
    text: `${letter.text}${aboutLetters.wayBack(letter.wayBack)}`,
    replyToId: null,
    mentions: [],
    mentionsBot: false,
    redeliveryOf: null,
    fact: null,
    trace: newTrace(now),
  };
}

interface Written {
  letter: LetterForm;
  message: Message;
  isUrgent: boolean;
}

async function openLetter(
  tx: Db,
  { letter, message, isUrgent }: Written,
  to: Receiver,
): Promise<PlacedTicket> {
  const { senderId, sentAt } = message;
  const calendar = await calendarOfUnit(tx, to.group.unitId, sentAt);
  const limitClass = isUrgent ? 'urgent' : 'timely';
  const ms = limitMs(limitClass, calendar);
  await savePerson(tx, { id: senderId, name: aboutLetters.writer, role: 'unknown', isContact: false });
  await keepLetterWords(tx, message);
  const opening = {
    id: newId(sentAt),
    kind: 'request' as const,
    groupId: to.group.id,
    placeId: senderId,
    requesterId: senderId,
    topic: letterTopic(letter.text),
    messageId: message.id,
    assigneeId: to.person?.id ?? null,
    openedAt: sentAt,
    dueAt: dueAfter(sentAt, ms, calendar),
    limitClass,
    limitMs: ms,
    about: keys.letter(sheetHash(letter.sheet)),
  } as const;
  return openTicket(tx, opening, senderId, message.trace);
}

/** One alarm an hour to one person: whoever writes letters for fun must not keep somebody awake. */
async function putAlarm(tx: Db, ticket: PlacedTicket, placeId: string, trace: string): Promise<void> {
  const now = ticket.openedAt;
  const since = new Date(now.getTime() - HOUR_MS);
  if (await isSaidSince(tx, placeId, keys.emergencyLetters, since)) return;
  const key = keys.emergencyLetter(ticket.id);
  const text = aboutLetters.urgent(ticket);
  await put(tx, { key, placeId, isPrivate: true, text, ignoresQuiet: true, trace }, now);
}

/** The card goes to the one responsible; where they cannot be written to, their leaders hear of the letter. */
async function putCards(
  tx: Db,
  ticket: PlacedTicket,
  { message, isUrgent }: Written,
  to: Receiver,
): Promise<void> {
  const { group, person } = to;
  const now = ticket.openedAt;
  const { trace } = message;
  if (person?.isContact) {
    const card = toCadre.card(ticket, aboutLetters.writer, group.name, now);
    const key = keys.ticketCard(ticket.id, person.id, ticket.lastSeq);
    const text = `${card}${aboutLetters.cardMore()}`;
    await put(tx, { key, placeId: person.id, isPrivate: true, text, trace }, now);
    if (isUrgent) await putAlarm(tx, ticket, person.id, trace);
    return;
  }
  for (const leader of await leadersOf(tx, group.unitId)) {
    if (!leader.isContact) continue;
    const key = keys.escalation(ticket.id, leader.id, 'unassigned');
    const text = toLeader.unassigned(ticket, group.name);
    await put(tx, { key, placeId: leader.id, isPrivate: true, text, trace }, now);
  }
}

/**
 * Takes a letter in, all of it in one transaction: the writer's words, the ticket, the card. A sheet that is sent
 * twice is one letter, and says the same again. Null where the unit has no group that anybody serves in.
 */
export async function takeIn(
  db: Db,
  unitId: string,
  letter: LetterForm,
  now: Date,
): Promise<TakenLetter | null> {
  const isUrgent = emergencyIn(letter.text) !== null;
  const code = checkCodeOf(letter.sheet);
  const key = keys.letter(sheetHash(letter.sheet));
  return db.transaction(async tx => {
    const to = await receiverOf(tx, unitId, now);
    if (!to) return null;
    if (!(await claimEffect(tx, key, now))) {
      const known = await ticketAbout(tx, key);
      return known && { ticket: known, code, isUrgent };
    }
    const written = { letter, message: asMessage(letter, now), isUrgent };
    const ticket = await openLetter(tx, written, to);
    await saveSetting(tx, keys.letterCode(ticket.id), codeHash(ticket.id, code));
    await putCards(tx, ticket, written, to);
    return { ticket, code, isUrgent };
  });
}
