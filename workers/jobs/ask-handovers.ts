import type { Db } from '../../db/connect.ts';
import { handedOverTickets } from '../../db/handovers.ts';
import { put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { askPrompt } from '../../db/prompts.ts';
import { type Reach, reachOfRequester } from '../../db/reach.ts';
import { calendarOfTicket, type PlacedTicket } from '../../db/tickets.ts';
import { isToAskAfter } from '../../src/handover.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { aboutHandover } from '../../src/texts.ts';
import { isWorkingTime } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** Alone if that can be, because where somebody was sent is nobody else's business; else where they are told news. */
async function placeOf(tx: Db, ticket: PlacedTicket): Promise<Reach | null> {
  const { requesterId } = ticket;
  if ((await personById(tx, requesterId))?.isContact) return { placeId: requesterId, isPrivate: true };
  return reachOfRequester(tx, ticket);
}

async function ask(tx: Db, ticket: PlacedTicket, now: Date): Promise<boolean> {
  const calendar = await calendarOfTicket(tx, ticket, now);
  if (!isWorkingTime(now, calendar) || !isToAskAfter(ticket, now, calendar)) return false;
  const { id, number, requesterId, waitingSince, handedTo } = ticket;
  const place = await placeOf(tx, ticket);
  if (!place || !waitingSince || handedTo === null) return false;
  const saying = {
    ...place,
    key: keys.handoverAsked(id, waitingSince),
    text: aboutHandover.ask(ticket, handedTo),
    mentions: place.isPrivate ? [] : [requesterId],
    trace: newTrace(now),
  };
  if (!(await put(tx, saying, now))) return false;
  const prompt = { placeId: place.placeId, personId: requesterId, kind: 'handover', data: { number } };
  await askPrompt(tx, prompt, now);
  return true;
}

/** 线下移交: three working days later the member is asked, once, whether they went where they were sent. */
export const askHandovers = defineJob({
  name: 'ask-handovers',
  title: '请去别处办的，问一声去没去',
  every: '*/10 * * * *',
  async run({ db, now }) {
    let askedAfter = 0;
    for (const ticket of await handedOverTickets(db))
      if (await db.transaction(tx => ask(tx, ticket, now))) askedAfter++;
    return { askedAfter };
  },
});
