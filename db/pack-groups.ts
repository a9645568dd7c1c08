import { dayFromNumber } from '../src/analysis/day-number.ts';
import { declaredSign } from '../src/packs/declared-sign.ts';
import { factsOfPack } from '../src/packs/open-pack.ts';
import { packHistory } from '../src/packs/pack-history.ts';
import type { Db } from './connect.ts';
import { foldsSince } from './group-days.ts';
import { declaredHistories, groupHistories } from './group-histories.ts';
import { type PackedGroup, savePacks } from './packs.ts';
import { dropStandings } from './standings.ts';

/** A pack that ends with the day asked for and is of our format. */
function isThrough({ pack }: PackedGroup, throughDay: string): boolean {
  const facts = factsOfPack(pack);
  return facts !== null && dayFromNumber(facts.through) === throughDay;
}

/** Groups of which other things are declared than when they were packed. */
async function declaredAnew(
  db: Db,
  groups: readonly PackedGroup[],
  throughDay: string,
): Promise<Set<string>> {
  const signOf = new Map(groups.map(({ id, pack }) => [id, factsOfPack(pack)?.declared]));
  const histories = await declaredHistories(
    db,
    groups.map(group => group.id),
    throughDay,
  );
  return new Set(
    histories
      .filter(history => declaredSign(history) !== signOf.get(history.group.id))
      .map(history => history.group.id),
  );
}

/**
 * Packs anew those of these groups whose days or declared rows changed since, or whose pack ends before `throughDay`. Where a day
 * was folded late that a state had been reckoned on, the states are reckoned from the beginning again.
 */
export async function packGroups(
  db: Db,
  groups: readonly PackedGroup[],
  { throughDay, now }: { throughDay: string; now: Date },
): Promise<number> {
  const ids = groups.map(group => group.id);
  const earliest = new Date(Math.min(...groups.map(group => group.packedAt.getTime())));
  const folds = await foldsSince(db, ids, earliest);
  const foldedAnew = ({ id, packedAt }: PackedGroup) =>
    (folds.get(id) ?? []).filter(fold => fold.foldedAt >= packedAt);
  const isBehind = (group: PackedGroup) =>
    !isThrough(group, throughDay) || foldedAnew(group).some(({ day }) => day <= throughDay);
  const fresh = groups.filter(group => !isBehind(group));
  const changed = await declaredAnew(db, fresh, throughDay);
  const stale = groups.filter(group => isBehind(group) || changed.has(group.id));
  const histories = await groupHistories(
    db,
    stale.map(group => group.id),
    throughDay,
  );
  await dropStandings(
    db,
    stale
      .filter(group => foldedAnew(group).some(({ day }) => day <= group.throughDay))
      .map(group => group.id),
  );
  const packs = histories.map(history => ({
    groupId: history.group.id,
    throughDay,
    pack: packHistory(history, throughDay),
  }));
  await savePacks(db, packs, now);
  return packs.length;
}
