import { asc, eq, lte } from 'drizzle-orm';
import { type Calendar, OFFICE } from '../src/time.ts';
import type { Db } from './connect.ts';
import { unitsUpward } from './people.ts';
import { calendars } from './schema.ts';

/** The calendar a unit works by at a moment: its own newest, else that of the nearest unit above, else the statutory one. */
export async function calendarOfUnit(db: Db, unitId: string | null, now: Date): Promise<Calendar> {
  const rows = await db
    .select()
    .from(calendars)
    .where(lte(calendars.since, now))
    .orderBy(asc(calendars.version));
  if (!rows.length || unitId === null) return OFFICE;
  for (const id of await unitsUpward(db, unitId)) {
    const row = rows.findLast(each => each.unitId === id);
    if (!row) continue;
    const { spans, off, on, version } = row;
    return { version: `${OFFICE.version}/${id}-${version}`, spans, off, on };
  }
  return OFFICE;
}

/** Lays down a unit's calendar from `now` on; what was reckoned before stands. Its version. */
export async function saveCalendar(
  tx: Db,
  unitId: string,
  days: Pick<Calendar, 'spans' | 'off' | 'on'>,
  now: Date,
): Promise<number> {
  const known = (await tx.select().from(calendars)).filter(each => each.unitId === unitId);
  const version = 1 + Math.max(0, ...known.map(each => each.version));
  const spans = days.spans.map(([from, to]): [number, number] => [from, to]);
  await tx
    .insert(calendars)
    .values({ unitId, version, spans, off: [...days.off], on: [...days.on], since: now });
  return version;
}

/** The newest calendar a unit has of its own; null when it works by another's. */
export async function ownCalendar(
  db: Db,
  unitId: string,
): Promise<Pick<Calendar, 'spans' | 'off' | 'on'> | null> {
  const rows = await db
    .select()
    .from(calendars)
    .where(eq(calendars.unitId, unitId))
    .orderBy(asc(calendars.version));
  return rows.at(-1) ?? null;
}
