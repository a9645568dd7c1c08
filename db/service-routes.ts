import { asc, eq, inArray } from 'drizzle-orm';
import type { ServiceRoute } from '../src/service-routes.ts';
import type { Db } from './connect.ts';
import { unitsUpward } from './people.ts';
import { serviceRoutes } from './schema.ts';

const asRoute = {
  name: serviceRoutes.name,
  kind: serviceRoutes.kind,
  line: serviceRoutes.line,
  words: serviceRoutes.words,
  phone: serviceRoutes.phone,
  whereText: serviceRoutes.whereText,
  whenText: serviceRoutes.whenText,
};

/** Where matters of a unit may go: its own routes, then those of the units above. */
export async function routesOf(db: Db, unitId: string): Promise<ServiceRoute[]> {
  const upward = await unitsUpward(db, unitId);
  const rows = await db
    .select({ ...asRoute, unitId: serviceRoutes.unitId })
    .from(serviceRoutes)
    .where(inArray(serviceRoutes.unitId, upward))
    .orderBy(asc(serviceRoutes.name));
  return upward.flatMap(id => rows.filter(row => row.unitId === id).map(({ unitId: _, ...route }) => route));
}

const byName = (routes: readonly ServiceRoute[]): string =>
  JSON.stringify(
    [...routes]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, kind, line, words, phone, whereText, whenText }) => [
        name,
        kind,
        line,
        words,
        phone,
        whereText,
        whenText,
      ]),
  );

/** Lays down a unit's whole list of routes; false when it is as it was. */
export async function saveRoutes(tx: Db, unitId: string, routes: readonly ServiceRoute[]): Promise<boolean> {
  const own = eq(serviceRoutes.unitId, unitId);
  if (byName(await tx.select(asRoute).from(serviceRoutes).where(own)) === byName(routes)) return false;
  await tx.delete(serviceRoutes).where(own);
  const rows = routes.map(route => ({ ...route, words: [...route.words], unitId, personId: null }));
  if (rows.length) await tx.insert(serviceRoutes).values(rows);
  return true;
}
