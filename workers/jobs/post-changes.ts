import { calendarOfUnit } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { hasDeclared, unpostedChanges } from '../../db/declared-changes.ts';
import { claimEffect } from '../../db/effects.ts';
import { boundGroups, type Group } from '../../db/groups.ts';
import { countPut, put } from '../../db/outbox.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { aboutServices } from '../../src/texts.ts';
import { DAY_MS, dayOf, isWorkingTime, startOfDay } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** An older change is no news any more. */
const NEWS_MS = 14 * DAY_MS;

/** One message for all that changed; what another run posted is not posted again, and the next waits for tomorrow. */
async function post(tx: Db, group: Group, now: Date): Promise<boolean> {
  if (!isWorkingTime(now, await calendarOfUnit(tx, group.unitId, now))) return false;
  const day = dayOf(now);
  if (await countPut(tx, group.id, keys.changesPosted, startOfDay(day))) return false;
  // What was declared before the group was bound is no change to it.
  const since = new Date(Math.max(now.getTime() - NEWS_MS, group.boundAt?.getTime() ?? 0));
  const keyOf = (version: string) => keys.changePosted(group.id, version);
  const news = [];
  for (const change of await unpostedChanges(tx, group, { since, keyOf })) {
    const isNew = await claimEffect(tx, keyOf(change.version), now);
    // Put in another order only, or taken back before anybody heard of it.
    if (isNew && (change.kind === 'agreement' || change.names.length)) news.push(change);
  }
  if (!news.length) return false;
  const key = keys.changesOfDay(group.id, day);
  const text = aboutServices.changed(news);
  return put(tx, { key, placeId: group.id, isPrivate: false, text, trace: newTrace(now) }, now);
}

/** 上网、上墙: a new version of the catalogue or the agreement is posted once in each group it is for, one message a day. */
export const postChanges = defineJob({
  name: 'post-changes',
  title: '服务清单、联系约定变了，群里说一声',
  every: '*/10 * * * *',
  async run({ db, now }) {
    let posted = 0;
    if (!(await hasDeclared(db, new Date(now.getTime() - NEWS_MS)))) return { posted };
    for (const group of await boundGroups(db)) if (await db.transaction(tx => post(tx, group, now))) posted++;
    return { posted };
  },
});
