import type { Db } from '../../db/connect.ts';
import { groupDaysOf } from '../../db/group-days.ts';
import { boundGroups, type Group, namesIn } from '../../db/groups.ts';
import { allUnits } from '../../db/people.ts';
import { needWordsOf, quotableIn } from '../../db/theme-sources.ts';
import { saveThemes, themesOf } from '../../db/themes.ts';
import { unitsDownward } from '../../db/units-downward.ts';
import { endOfWeek } from '../../src/digest/gather-input.ts';
import { findThemes } from '../../src/themes/find-themes.ts';
import { isHeard, needsHeard } from '../../src/themes/heard-needs.ts';
import type { ThemeNeed } from '../../src/themes/shared-terms.ts';
import type { Theme } from '../../src/themes/theme.ts';
import { addDays, dayOf, mondayOf, weekOf } from '../../src/time.ts';
import { defineJob } from './define.ts';

interface HeardWeeks {
  needs: ThemeNeed[];
  before: ThemeNeed[];
  isBeforeKnown: boolean;
}

/** What one group's members asked for in a week and in the one before. */
async function heardIn(db: Db, { id }: Group, week: string): Promise<HeardWeeks> {
  const monday = mondayOf(week);
  const span = { first: addDays(monday, -7), last: addDays(monday, 6) };
  const days = (await groupDaysOf(db, [id], span)).get(id) ?? [];
  const words = await needWordsOf(db, id, span);
  const from = { wordsOf: (messageId: string) => words.get(messageId), names: await namesIn(db, id) };
  const before = weekOf(span.first);
  return {
    needs: needsHeard(days, week, from),
    before: needsHeard(days, before, from),
    isBeforeKnown: isHeard(days, before),
  };
}

async function themesBelow(
  db: Db,
  groups: readonly Group[],
  ids: Set<string>,
  week: string,
): Promise<Theme[]> {
  const all: HeardWeeks = { needs: [], before: [], isBeforeKnown: false };
  for (const group of groups) {
    if (!ids.has(group.unitId) || group.kind === 'office') continue;
    const heard = await heardIn(db, group, week);
    all.needs.push(...heard.needs);
    all.before.push(...heard.before);
    all.isBeforeKnown ||= heard.isBeforeKnown;
  }
  if (all.needs.length === 0) return [];
  const quotable = await quotableIn(db, [...ids], endOfWeek(week));
  return findThemes({ needs: all.needs, before: all.isBeforeKnown ? all.before : null, quotable });
}

/** 每月一题: what five members or more of a unit asked for in the week that ended; what was kept of a week stands. */
export const gatherThemes = defineJob({
  name: 'gather-themes',
  title: '每周一题',
  every: '30 1 * * 1-2',
  async run({ db, now }) {
    const week = weekOf(addDays(dayOf(now), -7));
    const groups = await boundGroups(db);
    let themes = 0;
    for (const { id: unitId } of await allUnits(db)) {
      if ((await themesOf(db, unitId, week)).length > 0) continue;
      const { ids } = await unitsDownward(db, unitId);
      const found = await themesBelow(db, groups, ids, week);
      if (await saveThemes(db, { unitId, week }, found, now)) themes += found.length;
    }
    return { themes };
  },
});
