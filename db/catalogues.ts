import { and, asc, desc, eq } from 'drizzle-orm';
import { type CatalogueItem, isSameCatalogue } from '../src/catalogue.ts';
import type { Db } from './connect.ts';
import { unitsUpward } from './people.ts';
import { catalogueItems } from './schema.ts';

/** One version of a unit's 服务清单. */
export interface Catalogue {
  unitId: string;
  version: number;
  at: Date;
  items: CatalogueItem[];
}

/** The newest version of a unit's own catalogue, or the one named; null when there is none. */
export async function ownCatalogue(db: Db, unitId: string, version?: number): Promise<Catalogue | null> {
  const own = eq(catalogueItems.unitId, unitId);
  const [head] = await db
    .select({ version: catalogueItems.version, at: catalogueItems.at })
    .from(catalogueItems)
    .where(version === undefined ? own : and(own, eq(catalogueItems.version, version)))
    .orderBy(desc(catalogueItems.version))
    .limit(1);
  if (!head) return null;
  const { line, what, whenText, whereText, who, limitClass } = catalogueItems;
  const items = await db
    .select({ line, what, whenText, whereText, who, limitClass })
    .from(catalogueItems)
    .where(and(own, eq(catalogueItems.version, head.version)))
    .orderBy(asc(catalogueItems.position));
  return { unitId, version: head.version, at: head.at, items };
}

/** The catalogue that holds for a unit: its own, else that of the nearest unit above. */
export async function catalogueOf(db: Db, unitId: string): Promise<Catalogue | null> {
  for (const id of await unitsUpward(db, unitId)) {
    const found = await ownCatalogue(db, id);
    if (found) return found;
  }
  return null;
}

/** Lays down a unit's whole catalogue as a new version; null when it says what it said before. */
export async function saveCatalogue(
  tx: Db,
  unitId: string,
  items: readonly CatalogueItem[],
  now: Date,
): Promise<number | null> {
  const before = await ownCatalogue(tx, unitId);
  if (before && isSameCatalogue(before.items, items)) return null;
  const version = (before?.version ?? 0) + 1;
  const rows = items.map((item, at) => ({ ...item, unitId, version, position: at + 1, at: now }));
  await tx.insert(catalogueItems).values(rows);
  return version;
}
