import type { Db } from '../../db/connect.ts';
import { claimEffect } from '../../db/effects.ts';
import { giveBack } from '../../db/hand-over.ts';
import { put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { type StandIn, standInsEnded } from '../../db/stand-ins.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import type { Person } from '../../src/people.ts';
import { aboutStandIns } from '../../src/texts.ts';
import { DAY_MS, nextWorkingTime } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** A sweep that comes later than this finds that people have long sorted it out themselves. */
const LATE_MS = 60 * DAY_MS;

async function tell(
  tx: Db,
  to: Person | null,
  row: StandIn,
  words: { text: string; now: Date },
): Promise<void> {
  const { text, now } = words;
  if (!to?.isContact) return;
  const said = { key: keys.standInEnded(row), placeId: to.id, isPrivate: true, text };
  await put(tx, { ...said, notBefore: nextWorkingTime(now), trace: newTrace(now) }, now);
}

/** Gives back what was not taken on, and says so to both, once; false when another run, or the cadre's word, did it before. */
async function end(tx: Db, row: StandIn, now: Date): Promise<boolean> {
  if (!(await claimEffect(tx, keys.standInEnded(row), now))) return false;
  const { back, kept } = await giveBack(tx, row, now, newTrace(now));
  const cadre = await personById(tx, row.cadreId);
  const by = await personById(tx, row.standInId);
  await tell(tx, cadre, row, { text: aboutStandIns.ended(back, kept, by?.name ?? ''), now });
  await tell(tx, by, row, { text: aboutStandIns.endedToStandIn(cadre?.name ?? '', kept), now });
  return true;
}

/** 代班 is over at its time: the tickets go back at once, the words wait for working hours. */
export const endStandIns = defineJob({
  name: 'end-stand-ins',
  title: '代班到时间，交还在办的事',
  every: '*/10 * * * *',
  async run({ db, now }) {
    let ended = 0;
    for (const row of await standInsEnded(db, new Date(now.getTime() - LATE_MS), now))
      if (await db.transaction(tx => end(tx, row, now))) ended++;
    return { ended };
  },
});
