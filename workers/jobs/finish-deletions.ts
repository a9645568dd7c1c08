import { appendAudit } from '../../db/audit.ts';
import type { Db } from '../../db/connect.ts';
import {
  type Deletion,
  endDeletion,
  isFarewellOver,
  pendingDeletions,
  saveDeletion,
} from '../../db/deletions.ts';
import { claimEffect } from '../../db/effects.ts';
import { erasePerson } from '../../db/erase-person.ts';
import type { ErasedTicket } from '../../db/erasing/tickets.ts';
import { put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { newGoneId, newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { MINUTE_MS, nextWorkingTime } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** So long the farewell is waited for. */
const FAREWELL_MS = 10 * MINUTE_MS;
/** So long afterwards the same is done once more, for what was being acted on at the moment itself. */
const STRAY_MS = 2 * MINUTE_MS;

/** Whoever worked on a ticket hears, in working hours, that it need not be done, and which ones stand alone again. */
async function tellAssignee(tx: Db, { ticket, wasWorkedOn, freed }: ErasedTicket, now: Date): Promise<void> {
  const assignee = ticket.assigneeId ? await personById(tx, ticket.assigneeId) : null;
  if (!wasWorkedOn || !assignee?.isContact) return;
  const text = aboutOwnData.erased(
    ticket.number,
    freed.map(each => each.number),
  );
  const key = keys.ticketNews(ticket.id, ticket.lastSeq);
  const said = { key, placeId: assignee.id, isPrivate: true, text, trace: newTrace(now) };
  await put(tx, { ...said, notBefore: nextWorkingTime(now) }, now);
}

/** Erases, and keeps what is needed to do it once more. */
async function erase(tx: Db, deletion: Deletion, now: Date): Promise<boolean> {
  const { personId, goneId } = deletion;
  if (!(await claimEffect(tx, keys.deletion(goneId), now))) return false;
  // Out of the way before every row that holds the id is looked for.
  await endDeletion(tx, personId);
  const { tickets, messages, names } = await erasePerson(tx, { id: personId, goneId, names: [] }, now);
  for (const erased of tickets) await tellAssignee(tx, erased, now);
  const data = { tickets: tickets.length, messages };
  await appendAudit(tx, { byId: null, act: 'delete-own-data', thing: 'person', data }, now);
  await saveDeletion(tx, { ...deletion, erasedAt: now.toISOString(), names: [...names] });
  return true;
}

/**
 * What came while the person was erased goes too, and with it the last row that knew them. It goes under another random
 * id, because a row of the first may stand where one of these would go.
 */
async function finish(tx: Db, { personId, names }: Deletion, now: Date): Promise<boolean> {
  await endDeletion(tx, personId);
  await erasePerson(tx, { id: personId, goneId: newGoneId(now), names }, now);
  return true;
}

async function goOn(tx: Db, deletion: Deletion, now: Date): Promise<boolean> {
  if (deletion.erasedAt !== null) {
    const isSettled = now.getTime() - new Date(deletion.erasedAt).getTime() >= STRAY_MS;
    return isSettled && finish(tx, deletion, now);
  }
  const isLate = now.getTime() - new Date(deletion.askedAt).getTime() >= FAREWELL_MS;
  return (isLate || (await isFarewellOver(tx, deletion))) && erase(tx, deletion, now);
}

/** 删除 (PIPL 47): whoever said 确定删除 is erased once the farewell was said, or after ten minutes. */
export const finishDeletions = defineJob({
  name: 'finish-deletions',
  title: '按本人意思删除数据',
  every: '* * * * *',
  async run({ db, now, scrub }) {
    let erased = 0;
    for (const deletion of await pendingDeletions(db))
      if (await db.transaction(tx => goOn(tx, deletion, now))) erased++;
    if (erased) await scrub();
    return { erased };
  },
});
