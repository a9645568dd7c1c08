import { desc, gt } from 'drizzle-orm';
import { changedItems } from '../src/catalogue.ts';
import { agreementOf } from './agreements.ts';
import { catalogueOf, ownCatalogue } from './catalogues.ts';
import type { Db } from './connect.ts';
import { isClaimed } from './effects.ts';
import type { Group } from './groups.ts';
import { agreements, catalogueItems } from './schema.ts';

/** What a unit or a group declared anew: a version of its catalogue or its agreement. */
export interface DeclaredChange {
  kind: 'catalogue' | 'agreement';
  /** Names the version: `catalogue/u1/3`. */
  version: string;
  isFirst: boolean;
  /** What is new or otherwise since what the group heard of last, by name. */
  names: string[];
}

/** How the posting of a version in a group is called. */
type KeyOf = (version: string) => string;

/** Was anything declared anywhere since then? Spares the sweep its walk over all groups. */
export async function hasDeclared(db: Db, since: Date): Promise<boolean> {
  const [item] = await db
    .select({ at: catalogueItems.at })
    .from(catalogueItems)
    .where(gt(catalogueItems.at, since))
    .orderBy(desc(catalogueItems.at))
    .limit(1);
  if (item) return true;
  const [agreement] = await db
    .select({ at: agreements.at })
    .from(agreements)
    .where(gt(agreements.at, since))
    .orderBy(desc(agreements.at))
    .limit(1);
  return agreement !== undefined;
}

async function catalogueChange(
  db: Db,
  group: Group,
  since: Date,
  keyOf: KeyOf,
): Promise<DeclaredChange | null> {
  const now = await catalogueOf(db, group.unitId);
  if (!now || now.at <= since) return null;
  const nameOf = (version: number) => `catalogue/${now.unitId}/${version}`;
  if (await isClaimed(db, keyOf(nameOf(now.version)))) return null;
  let heard = now.version - 1;
  let before = await ownCatalogue(db, now.unitId, heard);
  while (before && before.at > since && !(await isClaimed(db, keyOf(nameOf(heard)))))
    before = await ownCatalogue(db, now.unitId, --heard);
  const names = changedItems(before?.items ?? [], now.items);
  return { kind: 'catalogue', version: nameOf(now.version), isFirst: !before, names };
}

async function agreementChange(
  db: Db,
  group: Group,
  since: Date,
  keyOf: KeyOf,
): Promise<DeclaredChange | null> {
  const now = await agreementOf(db, group.id);
  const version = `agreement/${group.id}/${now?.version ?? 0}`;
  if (!now || now.at <= since || (await isClaimed(db, keyOf(version)))) return null;
  return { kind: 'agreement', version, isFirst: now.version === 1, names: [] };
}

/** What was declared for a group since then and was not posted in it. */
export async function unpostedChanges(
  db: Db,
  group: Group,
  { since, keyOf }: { since: Date; keyOf: KeyOf },
): Promise<DeclaredChange[]> {
  const changes = [
    await catalogueChange(db, group, since, keyOf),
    await agreementChange(db, group, since, keyOf),
  ];
  return changes.filter(change => change !== null);
}
