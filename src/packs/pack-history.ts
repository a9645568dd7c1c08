import { dayNumberOf, startOfDayNumber } from '../analysis/day-number.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { rosterOf } from '../analysis/roster.ts';
import { type Timeline, timelineOf } from '../analysis/timeline.ts';
import { GROUP_KINDS } from '../people.ts';
import { type Head, PACK_FORMAT, writeColumns } from './columns.ts';
import { declaredSign } from './declared-sign.ts';
import { OWN_IDS, TEXT_IDS } from './own-ids.ts';
import { createPacking, type Packing, putPeople } from './packing.ts';
import { putDeclared } from './put-declared.ts';
import { putNeeds, putReplies } from './put-needs.ts';
import { putBursts, putCadrePosts, putFirstHeard, putHeardDays, putMemberPosts } from './put-posts.ts';

/** Whole days in a pack: as far as any measure looks back (92), and 12 more for days scored late. */
export const PACK_DAYS = 104;
/** As far as any measure looks back from its day: two whole months running (F17). */
export const LOOKBACK_DAYS = 92;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

const bytesOfId = (id: string): number[] =>
  [...id.replaceAll('-', '').matchAll(/../gu)].map(([byte]) => Number.parseInt(byte, 16));

/** Ids of the posts and needs, which evidence may name: sixteen bytes each where all are of our own making, else text. */
function putIds(packing: Packing, count: number): void {
  const ids = packing.messages().slice(0, count);
  const isOwn = ids.every(id => UUID.test(id));
  packing.columns.ids = isOwn
    ? [OWN_IDS, ...ids.flatMap(bytesOfId)]
    : [TEXT_IDS, ...new TextEncoder().encode(JSON.stringify(ids))];
}

function headOf(history: GroupHistory, timeline: Timeline, days: { first: number; through: number }): Head {
  const { group } = history;
  const seen = Math.min(timeline.firstSignAt, startOfDayNumber(days.through + 1));
  return {
    format: PACK_FORMAT,
    firstDay: days.first,
    throughDay: days.through,
    declared: declaredSign(history),
    kind: GROUP_KINDS.indexOf(group.kind),
    size: group.size,
    isWhole: Number(seen >= startOfDayNumber(days.first)),
    hasCadre: Number(timeline.hasCadre),
    createdAt: group.createdAt?.getTime() ?? Number.NaN,
    firstSignAt: timeline.firstSignAt,
  };
}

/** Everybody who speaks as a bot has a slot, for it matters whether there is one. */
function putBots(packing: Packing, history: GroupHistory): void {
  for (const [personId, voice] of rosterOf(history)) if (voice === 'bot') packing.slot(personId);
}

/**
 * 群包: the last days of a history up to the end of `throughDay`, packed for scoring; `openPack` gives its timeline again.
 * People are slots in it; no text and no name is kept but what a leader wrote of an improvement.
 */
export function packHistory(history: GroupHistory, throughDay: string): Uint8Array {
  const through = dayNumberOf(throughDay);
  const first = through - PACK_DAYS + 1;
  const timeline = timelineOf(history, new Date(startOfDayNumber(through + 1) - 1));
  const packing = createPacking(first);
  putCadrePosts(packing, timeline);
  putNeeds(packing, timeline);
  putIds(packing, (packing.columns.postDay?.length ?? 0) + (packing.columns.needDay?.length ?? 0));
  putBursts(packing, timeline);
  putMemberPosts(packing, timeline);
  putReplies(packing, timeline);
  putHeardDays(packing, timeline);
  for (const { from, to } of timeline.observed) packing.put('observedAt', from, to);
  putDeclared(packing, history);
  putBots(packing, history);
  putFirstHeard(packing, timeline);
  putPeople(packing, timeline.roster, history.roles);
  return writeColumns(headOf(history, timeline, { first, through }), packing.columns);
}
