import { digestInput } from '../../db/digest-inputs.ts';
import { nextLineNumber, saveDigestLines } from '../../db/digest-lines.ts';
import { hasDigest, saveDigest } from '../../db/digests.ts';
import { put } from '../../db/outbox.ts';
import { allLeaders, personById } from '../../db/people.ts';
import { digestTime } from '../../src/digest/digest-time.ts';
import { composeDigest } from '../../src/digest.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { addDays, dayOf, HOUR_MS, isWorkingTime, weekOf } from '../../src/time.ts';
import { defineJob, type JobContext } from './define.ts';

/** A digest that comes after this says that it is late. */
const LATE_AFTER_MS = 3 * HOUR_MS;

export { digestTime };

async function tellLeader(ctx: JobContext, leaderId: string, unitId: string, week: string): Promise<boolean> {
  const { db, now } = ctx;
  if (await hasDigest(db, leaderId, unitId, week)) return false;
  const isLate = now.getTime() > digestTime(week).getTime() + LATE_AFTER_MS;
  const input = await digestInput(db, { leaderId, unitId, week, isLate, href: null, now });
  if (!input) return false;
  const firstNumber = await nextLineNumber(db, leaderId, week);
  const digest = composeDigest({ ...input, firstNumber }, now);
  // Drawn before the transaction opens: nothing but the database is waited for inside one.
  const png = digest.isQuiet ? null : await ctx.drawDigest(digest);
  const leader = await personById(db, leaderId);
  const trace = newTrace(now);
  await db.transaction(async tx => {
    if (
      !(await saveDigest(tx, { leaderId, unitId, week, text: digest.text, png }, now)) ||
      !leader?.isContact
    )
      return;
    await saveDigestLines(tx, { leaderId, unitId, week }, digest.numbered);
    const told = { placeId: leaderId, isPrivate: true, trace };
    await put(tx, { ...told, key: keys.digest(leaderId, unitId, week), text: digest.text }, now);
    if (png)
      await put(
        tx,
        { ...told, key: keys.digestPicture(leaderId, unitId, week), text: `${week}.png`, image: png },
        now,
      );
  });
  return true;
}

/** 周报: one screen to every leader on Monday at nine, once, whatever crashes; looked for every quarter of a working hour. */
export const sendDigests = defineJob({
  name: 'send-digests',
  title: '发周报',
  every: '*/15 * * * *',
  async run(ctx) {
    const week = weekOf(addDays(dayOf(ctx.now), -7));
    if (ctx.now < digestTime(week) || !isWorkingTime(ctx.now)) return { digests: 0 };
    let digests = 0;
    for (const { personId, unitId } of await allLeaders(ctx.db)) {
      if (await tellLeader(ctx, personId, unitId, week)) digests++;
    }
    return { digests };
  },
});
