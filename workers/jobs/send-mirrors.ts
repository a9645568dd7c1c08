import { cadresWithoutMirror, mirrorFor } from '../../db/mirrors.ts';
import { put } from '../../db/outbox.ts';
import { standInFor } from '../../db/stand-ins.ts';
import { digestTime } from '../../src/digest/digest-time.ts';
import { composeMirror } from '../../src/digest.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { addDays, dayOf, isWorkingTime, startOfDay, weekOf } from '../../src/time.ts';
import { defineJob, type JobContext } from './define.ts';

/** One cadre's own week to that cadre alone; kept nowhere but in the outbox. */
async function tellCadre({ db, now }: JobContext, cadreId: string, week: string): Promise<boolean> {
  // Whoever is away is left in peace.
  if (await standInFor(db, cadreId, now)) return false;
  const mirror = await mirrorFor(db, cadreId, week, now);
  if (!mirror) return false;
  const said = {
    key: keys.mirror(cadreId, week),
    placeId: cadreId,
    isPrivate: true,
    text: composeMirror(mirror),
    // On Tuesday it would be one message more, and old news.
    notAfter: startOfDay(addDays(dayOf(now), 1)),
    trace: newTrace(now),
  };
  return put(db, said, now);
}

/** 镜子: every cadre's own week in private on the morning of the digest, once; missed that day, it is not told. */
export const sendMirrors = defineJob({
  name: 'send-mirrors',
  title: '给干部照镜子',
  every: '*/15 * * * *',
  async run(ctx) {
    const { db, now } = ctx;
    const week = weekOf(addDays(dayOf(now), -7));
    const at = digestTime(week);
    if (now < at || dayOf(now) !== dayOf(at) || !isWorkingTime(now)) return { mirrors: 0 };
    let mirrors = 0;
    for (const cadreId of await cadresWithoutMirror(db, week))
      if (await tellCadre(ctx, cadreId, week)) mirrors++;
    return { mirrors };
  },
});
