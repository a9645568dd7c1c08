import { countPut } from '../db/outbox.ts';
import { pictureIds } from '../db/pictures.ts';
import { eventsOf, type PlacedTicket, ticketsOfRequester } from '../db/tickets.ts';
import { madeAt } from '../src/ids.ts';
import { keys } from '../src/keys.ts';
import type { Message } from '../src/message.ts';
import { aboutPictures } from '../src/texts.ts';
import { isWorkedOn } from '../src/ticket.ts';
import { MINUTE_MS } from '../src/time.ts';
import { writeAct } from './desk/write-act.ts';
import type { Turn } from './turn.ts';

/** A picture belongs to what was recorded so shortly before, and in private to what is recorded so shortly after. */
const BELONGS_MS = 10 * MINUTE_MS;

/** Keeps a picture with a ticket by reference, once; the ticket as it is then. */
async function attach(turn: Turn, ticket: PlacedTicket, messageId: string): Promise<PlacedTicket> {
  const log = await eventsOf(turn.tx, ticket);
  const isKnown = log.some(({ act, data }) => act === 'attach' && data.messageId === messageId);
  return isKnown ? ticket : writeAct(turn, ticket, 'attach', { messageId });
}

/** The ticket this person had recorded here within the last ten minutes, while it is worked on. */
async function justRecorded({ tx, person, message, now }: Turn): Promise<PlacedTicket | null> {
  const since = now.getTime() - BELONGS_MS;
  const mine = await ticketsOfRequester(tx, person.id);
  const here = mine.filter(ticket => ticket.placeId === message.placeId && isWorkedOn(ticket));
  return here.find(ticket => (madeAt(ticket.id)?.getTime() ?? 0) >= since) ?? null;
}

/** Pictures sent between the request and the word that recorded it; in private those just before it too, as the bot asked for words. */
export async function attachEarlier(
  turn: Turn,
  ticket: PlacedTicket,
  source: Message,
): Promise<PlacedTicket> {
  const { tx, person, message } = turn;
  const since = source.isPrivate ? new Date(source.sentAt.getTime() - BELONGS_MS) : source.sentAt;
  const from = { placeId: source.placeId, senderId: person.id, since, until: message.sentAt };
  let attached = ticket;
  for (const id of await pictureIds(tx, from)) attached = await attach(turn, attached, id);
  return attached;
}

/** A picture alone. In a group it is never answered; in private it is, once in ten minutes. */
export async function takePicture(turn: Turn, isOld: boolean): Promise<void> {
  const { tx, message, person, now } = turn;
  if (message.kind !== 'image' || person.role === 'bot') return;
  const ticket = await justRecorded(turn);
  if (ticket) await attach(turn, ticket, message.id);
  if (!message.isPrivate || isOld) return;
  if (ticket)
    return turn.say(aboutPictures.attached(ticket.number), { key: keys.pictureAttached(ticket.id) });
  const since = new Date(now.getTime() - BELONGS_MS);
  if ((await countPut(tx, person.id, keys.picturesHeard, since)) > 0) return;
  await turn.say(aboutPictures.heard(), { key: keys.pictureHeard(message.id) });
}
