import type { GroupHistory } from '../src/analysis/group-history.ts';
import { applyRoster } from '../src/archive/apply-roster.ts';
import { createFolding, type Seen } from '../src/archive/histories.ts';
import type { LineOf } from '../src/archive/line.ts';
import { type RosterRow, readRosterTable } from '../src/archive/roster-sheet.ts';
import { createSurvey, type Survey } from '../src/archive/survey.ts';
import { Failure } from '../src/errors.ts';
import { openLabeller } from './content.ts';
import { readBatches, readWholeArchive } from './read-archive.ts';
import { readTable } from './read-table.ts';
import { spareMemory } from './spare-memory.ts';

/** The rows of a roster file; its first fault stops it. */
export async function readRoster(file: string): Promise<RosterRow[]> {
  const { rows, faults } = readRosterTable(await readTable(file));
  const [first] = faults;
  if (first) throw new Failure('bad-line', `${file}: line ${first.n}: ${first.fault}`);
  return rows;
}

/** The first reading of an archive, every reference in it checked, with the roles of a roster if one is given. */
export async function surveyArchive(
  file: string,
  rosterFile: string | undefined,
  note: (says: string) => Promise<void>,
): Promise<Survey> {
  spareMemory();
  const survey = createSurvey();
  await readWholeArchive(file, line => survey.push(line));
  if (rosterFile === undefined) return survey.done();
  const rows = await readRoster(rosterFile);
  const { lines, unmatched } = applyRoster(survey.done().lines, rows);
  for (const { n, why } of unmatched) await note(`${rosterFile}: line ${n}: ${why}`);
  return { ...survey.done(), lines };
}

/** The second reading: the histories of all groups. `hear` sees every message line on the way. */
export const foldArchive = (
  file: string,
  survey: Survey,
  hear: (line: LineOf<'message'>) => void = () => undefined,
): Promise<GroupHistory[]> => fold(file, survey, { hear });

/** The same; `seen` sees every message as it was judged. */
export const foldArchiveSeen = (file: string, survey: Survey, seen: Seen): Promise<GroupHistory[]> =>
  fold(file, survey, { seen });

async function fold(
  file: string,
  survey: Survey,
  { hear, seen }: { hear?: (line: LineOf<'message'>) => void; seen?: Seen },
): Promise<GroupHistory[]> {
  const folding = createFolding(survey, await openLabeller(), seen);
  for await (const batch of readBatches(file)) {
    const said = batch.flatMap(({ line }) => (line.type === 'message' ? [line] : []));
    folding.judgeAhead(said);
    for (const line of said) {
      hear?.(line);
      folding.push(line);
    }
  }
  return folding.done();
}
