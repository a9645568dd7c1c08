import type { GroupAnalysis, GroupState } from '../src/analysis/group-analysis.ts';
import { gatherInput, weeksUpTo } from '../src/digest/gather-input.ts';
import { concernedIn } from '../src/digest/waiting.ts';
import type { DigestInput } from '../src/digest.ts';
import type { Db } from './connect.ts';
import { chunksOf, weekRowsOf } from './digest-rows.ts';
import { boundGroups } from './groups.ts';
import { peopleByIds } from './people.ts';
import { scoresOf } from './scores.ts';
import { themesOf } from './themes.ts';
import { unitsDownward } from './units-downward.ts';

/** What is asked for: one leader, the unit they answer for, one week such as `2026-W47`. */
export interface DigestQuestion {
  leaderId: string;
  unitId: string;
  week: string;
  isLate: boolean;
  href: string | null;
  now: Date;
}

/** The analyses of the week asked for, and of the eight weeks the states alone. */
async function scoresIn(db: Db, groupIds: readonly string[], week: string) {
  const groups: GroupAnalysis[] = [];
  const states = new Map<string, GroupState>();
  for (const ids of chunksOf(groupIds)) {
    for (const score of await scoresOf(db, ids, weeksUpTo(week))) {
      states.set(`${score.groupId} ${score.week}`, score.analysis.state);
      if (score.week === week) groups.push(score.analysis);
    }
  }
  return {
    groups,
    stateIn: (groupId: string, of: string): GroupState | null => states.get(`${groupId} ${of}`) ?? null,
  };
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const chunk of chunksOf(ids))
    for (const { id, name } of await peopleByIds(db, chunk)) names.set(id, name);
  return names;
}

/** All that one leader's digest is composed of; null when no group of theirs has a score for the week. */
export async function digestInput(db: Db, question: DigestQuestion): Promise<DigestInput | null> {
  const { leaderId, unitId, week, isLate, href, now } = question;
  const unit = await unitsDownward(db, unitId);
  const below = (await boundGroups(db)).filter(group => unit.ids.has(group.unitId));
  const scored = await scoresIn(
    db,
    below.map(group => group.id),
    week,
  );
  if (!scored.groups.some(group => group.state !== 'exempt')) return null;
  const rows = await weekRowsOf(db, below, week);
  return gatherInput({
    asked: { leaderId, unitName: unit.name, week, href, isLate },
    ...scored,
    rows,
    nameOf: await namesOf(db, concernedIn(rows)),
    themes: await themesOf(db, unitId, week),
    now,
  });
}
