import { and, eq } from 'drizzle-orm';
import type { Theme } from '../src/themes/theme.ts';
import type { Db } from './connect.ts';
import { themes } from './schema.ts';

/** What the members of a unit and of those below needed in a week, the most persons first. */
export async function themesOf(db: Db, unitId: string, week: string): Promise<Theme[]> {
  return db
    .select({
      topic: themes.topic,
      line: themes.line,
      persons: themes.persons,
      needs: themes.needs,
      personsBefore: themes.personsBefore,
      quote: themes.quote,
      quoteOfId: themes.quoteOfId,
    })
    .from(themes)
    .where(and(eq(themes.unitId, unitId), eq(themes.week, week)))
    .orderBy(themes.position);
}

/** Keeps the themes of a unit's week once: what was told of a week stands; false when it was kept before. */
export async function saveThemes(
  db: Db,
  of: { unitId: string; week: string },
  found: readonly Theme[],
  now: Date,
): Promise<boolean> {
  if (found.length === 0) return false;
  return db.transaction(async tx => {
    if ((await themesOf(tx, of.unitId, of.week)).length > 0) return false;
    const rows = found.map((theme, position) => ({ ...of, ...theme, position, at: now }));
    await tx.insert(themes).values(rows).onConflictDoNothing();
    return true;
  });
}
