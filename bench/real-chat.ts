import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLabeller } from '../cli/content.ts';
import { convertExport } from '../cli/convert-export.ts';
import { csvLine } from '../cli/csv-line.ts';
import { foldArchive, surveyArchive } from '../cli/fold-archive.ts';
import { recognise } from '../cli/formats/index.ts';
import { readArchive } from '../cli/read-archive.ts';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import { createRosterGuess } from '../src/archive/guess-roster.ts';
import { createFolding } from '../src/archive/histories.ts';
import type { Labeller } from '../src/archive/labeller.ts';
import { ROLE_WORDS } from '../src/archive/roster-sheet.ts';
import type { Survey } from '../src/archive/survey.ts';
import { stripLinks } from './real-chat/strip-links.ts';
import { compareNeeds, HEADINGS, isAnsweredWithin, rowOf } from './real-chat/tally.ts';
import { byLink, byThread, trueAnswers } from './real-chat/true-answers.ts';
import { type ChatRow, readRooms } from './replies/chat-rows.ts';
import { columns, percent } from './shared/figures.ts';
import { NO_SHARED_DATA, sharedFile } from './shared/shared-data.ts';

/*
 * A real chat from its lines to first-response times: converted without its annotated links, a roster guessed, folded with
 * that roster, and every need's first answer compared with the annotated one. `nuanqun bench real-chat [chat.jsonl]`.
 */

/** Whoever asks with a question mark, whatever the language: the judges of this program have learned Chinese. */
const BY_MARK: Labeller = {
  version: 'mark',
  labelOf: text => ({ label: /[?？]/u.test(text) ? 'question' : 'chatter', confidence: 1 }),
};

const note = (says: string): Promise<void> => Promise.resolve(console.error(says));
const quiet = (): Promise<void> => Promise.resolve();

/** Guesses a roster as the command does, writes it, and says how many were taken for what. */
async function guessRoster(archive: string, folder: string): Promise<string> {
  const survey = await surveyArchive(archive, undefined, note);
  const guessing = createRosterGuess(survey);
  const guesses = guessing.guess(await foldArchive(archive, survey, guessing.hear));
  const counts = new Map<string, number>();
  for (const { role } of guesses) counts.set(role, (counts.get(role) ?? 0) + 1);
  console.log(`guessed: ${[...counts].map(([role, count]) => `${count} ${role}`).join(', ')}`);
  const file = join(folder, 'roster.csv');
  const rows = guesses.map(guess => csvLine([guess.personId, guess.name, ROLE_WORDS[guess.role]]));
  await writeFile(file, [csvLine(['编号', '姓名', '猜测身份']), ...rows].join(''));
  return file;
}

async function fold(archive: string, survey: Survey, labeller: Labeller): Promise<GroupHistory[]> {
  const folding = createFolding(survey, labeller);
  for await (const { line } of readArchive(archive)) if (line.type === 'message') folding.push(line);
  return folding.done();
}

async function measure(rooms: ReadonlyMap<string, readonly ChatRow[]>, folder: string): Promise<void> {
  const chat = await stripLinks(rooms, folder);
  const archive = join(folder, 'archive.jsonl');
  const sources = [{ file: chat, format: await recognise(chat, undefined) }];
  const made = await convertExport(sources, { out: archive, roster: undefined, note });
  console.log(`${made.groups} rooms, ${made.people} people, ${made.messages} messages`);
  const survey = await surveyArchive(archive, await guessRoster(archive, folder), quiet);
  const truths = trueAnswers(rooms);
  const ours = compareNeeds(await fold(archive, survey, await openLabeller()), truths);
  const marked = compareNeeds(await fold(archive, survey, BY_MARK), truths);
  const perRoom = [...rooms.keys()].map(room =>
    rowOf(
      room,
      marked.filter(row => row.truth.room === room),
      byLink,
    ),
  );
  const answered = marked.filter(row => row.oursAt !== null);
  console.log(
    columns([
      HEADINGS,
      ...perRoom,
      rowOf('all rooms', marked, byLink),
      rowOf('all rooms, needs by our judges', ours, byLink),
      rowOf('all rooms, true by thread', marked, byThread),
    ]),
  );
  for (const [span, from, to] of [
    ['within 2 minutes', 0, 2],
    ['after 2 to 5 minutes', 2, 5],
    ['after 5 minutes or more', 5, Number.POSITIVE_INFINITY],
  ] as const) {
    const then = answered.filter(row => isAnsweredWithin(row, from, to));
    const right = then.filter(row => byThread(row.truth) !== null).length;
    console.log(`answered ${span}: ${then.length}, true by thread ${percent(right, then.length)} %`);
  }
  const byHelper = answered.filter(row => row.isByHelper).length;
  console.log(
    `first answered by a guessed helper: ${percent(byHelper, answered.length)} % of ${answered.length}`,
  );
}

async function main(): Promise<void> {
  const file = process.argv.find(word => word.endsWith('.jsonl')) ?? sharedFile('c_group_chat.jsonl');
  if (file === null || !existsSync(file)) return console.log(NO_SHARED_DATA);
  const folder = await mkdtemp(join(tmpdir(), 'nuanqun-real-chat-'));
  try {
    await measure(await readRooms(file), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
