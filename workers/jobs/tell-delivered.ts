import type { Db } from '../../db/connect.ts';
import { deliveredSince, isSaidSince, recentMessage } from '../../db/emergencies.ts';
import { type OutboxRow, put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { alertOf, keys } from '../../src/keys.ts';
import { toMember } from '../../src/texts.ts';
import { MINUTE_MS } from '../../src/time.ts';
import { isPrivateKind } from '../../src/understanding/emergency.ts';
import { defineJob } from './define.ts';

/** Later than this nobody waits for the word any more. */
const USEFUL_MS = 30 * MINUTE_MS;
/** Of one danger a group is told once in this time. */
const ONCE_IN_MS = 10 * MINUTE_MS;

/** One delivered alert: where the person spoke, or to them alone, it is said that somebody in charge knows. */
async function tellOf(tx: Db, row: OutboxRow, now: Date): Promise<boolean> {
  const alert = alertOf(row.key);
  if (!alert) return false;
  const message = await recentMessage(tx, alert.messageId, new Date(row.createdAt.getTime() - MINUTE_MS));
  if (!message) return false;
  const isAlone = isPrivateKind(alert.kind) || message.isPrivate;
  if (isAlone && !(await personById(tx, message.senderId))?.isContact) return false;
  const placeId = isAlone ? message.senderId : message.placeId;
  const since = new Date(row.createdAt.getTime() - ONCE_IN_MS);
  if (await isSaidSince(tx, placeId, keys.emergencyTold(alert.kind, ''), since)) return false;
  return put(
    tx,
    {
      key: keys.emergencyTold(alert.kind, message.id),
      placeId,
      isPrivate: isAlone,
      text: toMember.emergencyTold(),
      ignoresQuiet: true,
      notAfter: new Date(now.getTime() + ONCE_IN_MS),
      trace: row.trace,
    },
    now,
  );
}

/** "已经告诉" is said only of alerts that were really sent: it looks for delivered ones whose people have not heard so yet. */
export const tellDelivered = defineJob({
  name: 'tell-delivered',
  title: '紧急情况通知到了，说一声',
  every: '* * * * *',
  async run({ db, now }) {
    let heard = 0;
    const since = new Date(now.getTime() - USEFUL_MS);
    for (const row of await deliveredSince(db, keys.emergencyAlerts, since))
      if (await db.transaction(tx => tellOf(tx, row, now))) heard++;
    return { heard };
  },
});
