import { claimEffect } from '../../db/effects.ts';
import { type Group, nameIn } from '../../db/groups.ts';
import { messageById } from '../../db/messages.ts';
import { personById } from '../../db/people.ts';
import { eventsOf, type PlacedTicket, ticketsOfRequester } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import { endOfQuiet } from '../../src/pace.ts';
import type { Person } from '../../src/people.ts';
import { shorten } from '../../src/texts/moments.ts';
import { aboutStraightUp } from '../../src/texts.ts';
import { handsOf } from '../../src/ticket/hands.ts';
import { isWorkedOn, type TicketEvent } from '../../src/ticket.ts';
import { dayOf } from '../../src/time.ts';
import { tidy } from '../../src/words.ts';
import type { Turn } from '../turn.ts';
import { writeAct } from './write-act.ts';

/** More than this from one member on one day would make the way to the leader a queue. */
const STRAIGHT_UPS_A_DAY = 3;
const LONGEST_WORDS = 300;

/** The member's own words as they are sent on: numbers masked, never rewritten. */
export const ownWords = (text: string): string => shorten(maskNumbers(text.trim()), LONGEST_WORDS);

/** What the member said when the ticket was opened, while that is still kept; else what it is called. */
export async function wordsOf({ tx }: Turn, ticket: PlacedTicket): Promise<string> {
  const { messageId, placeId, groupId, topic } = ticket;
  if (!messageId) return topic;
  const said = (await messageById(tx, placeId, messageId)) ?? (await messageById(tx, groupId, messageId));
  return ownWords(said?.text ?? topic);
}

/** The sending of these words; of any, where none are given. */
const sendingOf = (events: readonly TicketEvent[], words: string): TicketEvent | undefined =>
  events.findLast(
    ({ act, data }) =>
      act === 'escalate' &&
      data.reason === 'straight-up' &&
      (words === '' || tidy(data.text ?? '') === tidy(words)),
  );

/** By which of the member's open tickets these words went up already, and whom to; null when they did not. */
export async function sentBefore(
  { tx, person }: Turn,
  words: string,
  only: PlacedTicket | null,
): Promise<{ number: number; name: string } | null> {
  const mine = only ? [only] : (await ticketsOfRequester(tx, person.id)).filter(isWorkedOn);
  for (const ticket of mine.filter(each => each.escalatedFor === 'straight-up')) {
    const sending = sendingOf(await eventsOf(tx, ticket), words);
    if (!sending) continue;
    const leader = sending.data.toId ? await personById(tx, sending.data.toId) : null;
    return { number: ticket.number, name: leader?.name ?? '' };
  }
  return null;
}

/** Takes one of the member's straight-up words of the day. Throws one calm sentence when there is none left. */
export async function claimStraightUp({ tx, person, now, bot }: Turn): Promise<void> {
  for (let nth = 1; nth <= STRAIGHT_UPS_A_DAY; nth++)
    if (await claimEffect(tx, keys.straightUp(person.id, dayOf(now), nth), now)) return;
  const text = aboutStraightUp.enoughToday(STRAIGHT_UPS_A_DAY, bot.config.hotline);
  throw new Failure('not-allowed', text);
}

/** Sends the words on: one event, one message to the leader, and to the member what was really done. */
export async function sendStraightUp(
  turn: Turn,
  before: PlacedTicket,
  to: { leader: Person; group: Group; words: string },
): Promise<void> {
  const { tx, now, person, bot } = turn;
  const { leader, group, words } = to;
  const hands = handsOf(await eventsOf(tx, before));
  const data = { reason: 'straight-up' as const, toId: leader.id, text: words };
  const ticket = await writeAct(turn, before, 'escalate', data);
  const who = await nameIn(tx, group.id, person.id);
  const text = aboutStraightUp.toLeader(ticket, leader.id, { who, groupName: group.name, words, hands }, now);
  await turn.tell(leader, keys.escalation(ticket.id, leader.id, `straight-up-${ticket.lastSeq}`), text);
  const goesAt = endOfQuiet(now, bot.config.sending.quiet);
  await turn.say(
    goesAt > now
      ? aboutStraightUp.sentLater(ticket, leader.name, goesAt, now)
      : aboutStraightUp.sent(ticket, leader.name),
  );
}
