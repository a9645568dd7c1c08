import type { Db } from '../../db/connect.ts';
import { type DecisionRow, dueOffers, endOffer, offersBeside, widenTopic } from '../../db/decisions.ts';
import { keepText, messageById } from '../../db/messages.ts';
import { put } from '../../db/outbox.ts';
import { askPrompt } from '../../db/prompts.ts';
import { edgesTo } from '../../db/reply-edges.ts';
import { keys } from '../../src/keys.ts';
import { endOfQuiet } from '../../src/pace.ts';
import { toMember } from '../../src/texts.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** A request of the night is still asked about in the morning; one held up longer would talk past people. */
const OFFER_LIFE_MS = 12 * HOUR_MS;

/** What one person asks for in pieces within this time is asked about once, over all the pieces. */
const PIECES_MS = 5 * MINUTE_MS;
const MOST_PIECES = 3;

/** Takes what the same person's next offers are about into this one, and ends them; none is lost, none is asked twice. */
async function joinPieces(tx: Db, row: DecisionRow, senderId: string): Promise<string> {
  const { placeId, offerAt } = row;
  const topics = new Set([row.topic ?? '']);
  const from = offerAt ?? new Date(0);
  const beside = { placeId, senderId, from, to: new Date(from.getTime() + PIECES_MS) };
  for (const piece of offerAt ? await offersBeside(tx, beside) : []) {
    if ((await edgesTo(tx, placeId, piece.messageId)).length) continue;
    await endOffer(tx, placeId, piece.messageId);
    topics.add(piece.topic ?? '');
  }
  const topic = [...topics].filter(Boolean).slice(0, MOST_PIECES).join('、');
  if (topic !== row.topic) await widenTopic(tx, row, topic);
  return topic;
}

async function offer(tx: Db, row: DecisionRow, now: Date): Promise<boolean> {
  // An earlier piece of the same words may have taken it with it in this very run.
  if (!(await endOffer(tx, row.placeId, row.messageId))) return false;
  const message = await messageById(tx, row.placeId, row.messageId);
  const answered = await edgesTo(tx, row.placeId, row.messageId);
  const isLate = row.offerAt !== null && now.getTime() - row.offerAt.getTime() > OFFER_LIFE_MS;
  if (!message?.text || answered.length || isLate) return false;
  const topic = await joinPieces(tx, row, message.senderId);
  await keepText(tx, row.placeId, row.messageId);
  await put(
    tx,
    {
      key: keys.offer(row.messageId),
      placeId: row.placeId,
      isPrivate: false,
      text: toMember.offer(topic),
      mentions: [message.senderId],
      trace: row.trace,
    },
    now,
  );
  const prompt = { placeId: row.placeId, personId: message.senderId, kind: 'record' };
  await askPrompt(tx, { ...prompt, data: { messageId: row.messageId } }, now);
  return true;
}

/** A request in the group that no person answered within ten minutes: asks the member, once, whether to record it. */
export const offerRecords = defineJob({
  name: 'offer-records',
  title: '没人回的诉求，问一句要不要记',
  every: '* * * * *',
  async run({ db, now, config }) {
    let offered = 0;
    // Put in quiet hours it would be said when nobody remembers the ten minutes in which one word answers.
    if (endOfQuiet(now, config.sending.quiet) > now) return { offered };
    for (const row of await dueOffers(db, now)) {
      if (await db.transaction(tx => offer(tx, row, now))) offered++;
    }
    return { offered };
  },
});
