import { groupHistory } from '../db/group-histories.ts';
import { boundGroups } from '../db/groups.ts';
import { allUnits } from '../db/people.ts';
import { unitWeekOf } from '../db/unit-scores.ts';
import { unitsAbove } from '../src/analysis/analyze-units.ts';
import { analyzeArchive } from '../src/archive/analyze-archive.ts';
import { endOfWeek } from '../src/archive/digest-archive.ts';
import type { Definition } from '../src/definitions/define.ts';
import { Failure } from '../src/errors.ts';
import { explainGroup } from '../src/explain/explain-group.ts';
import { explainUnit } from '../src/explain/explain-unit.ts';
import type { Explanation } from '../src/explain/explanation.ts';
import { addDays, dayOf } from '../src/time.ts';
import type { CommandContext } from './commands/define.ts';
import { foldArchive, surveyArchive } from './fold-archive.ts';
import { withDatabase } from './with-database.ts';

/** A number that was asked for: whose, which, and in which week. */
export interface Asked {
  /** The id or the whole name of a group or a unit. */
  whose: string;
  week: string;
  definition: Definition;
}

const isAsked = (whose: string) => (thing: { id: string; name: string }) =>
  thing.id === whose || thing.name === whose;

const unknown = (whose: string, where: string) =>
  new Failure(
    'no-such-group',
    `${where}: there is no group or unit “${whose}”; give its id or its whole name`,
  );

/** What stands behind a number of an archive, looked at when the week was over. */
export async function explainInArchive(
  ctx: CommandContext,
  file: string,
  { whose, week, definition }: Asked,
): Promise<Explanation> {
  const survey = await surveyArchive(file, undefined, ctx.note);
  const histories = await foldArchive(file, survey);
  const until = endOfWeek(week);
  const history = histories.find(each => isAsked(whose)(each.group));
  if (history) return explainGroup(history, until, definition);
  const lines = survey.lines.filter(line => line.type === 'unit');
  const found = lines.find(isAsked(whose));
  if (!found) throw unknown(whose, file);
  const parents = new Map(lines.map(line => [line.id, line.parent] as const));
  const children = new Set(lines.filter(line => line.parent === found.id).map(line => line.id));
  const { groups, units } = analyzeArchive(survey, histories, until);
  const unit = units.find(each => each.unitId === found.id);
  if (!unit) throw unknown(whose, file);
  const below = {
    groups: groups
      .map(group => group.analysis)
      .filter(group => unitsAbove(group.unitId, parents).has(found.id)),
    units: units.filter(each => children.has(each.unitId)),
  };
  return explainUnit(unit, below, definition);
}

/** What stands behind a number of the database: a group's from its days, a unit's from the scores of its groups. */
export const explainInDatabase = (
  ctx: CommandContext,
  { whose, week, definition }: Asked,
): Promise<Explanation> =>
  withDatabase(ctx, async ({ db, where }) => {
    const until = endOfWeek(week);
    const named = (await boundGroups(db)).find(isAsked(whose));
    const history = await groupHistory(db, named?.id ?? whose, addDays(dayOf(until), -1));
    if (history) return explainGroup(history, until, definition);
    const unit = (await allUnits(db)).find(isAsked(whose));
    if (!unit) throw unknown(whose, where);
    const found = await unitWeekOf(db, unit.id, week);
    if (!found)
      throw new Failure(
        'no-such-group',
        `${where}: no group of “${whose}” was scored in ${week}; run scores recompute --from ${week} --to ${week}`,
      );
    return explainUnit(found.unit, found, definition);
  });
