import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type ChatRow, readRooms } from '../bench/replies/chat-rows.ts';
import { linkRooms } from '../bench/replies/methods.ts';
import { emptyScore, sayScore, tally } from '../bench/replies/score.ts';
import { fileOf, learn, ready, type Taught } from './replies/learn.ts';

/*
 * Learns who answers whom and writes content/models/replies.json; the same data always give the same file.
 * `--folds 3` measures instead: it learns from two thirds of the rooms and is tried on the others, three times.
 */
const ROOT = new URL('../', import.meta.url);
const IRC = fileURLToPath(new URL('../shared/data/c_group_chat.jsonl', ROOT));
const OWN = fileURLToPath(new URL('content/replies/threads.jsonl', ROOT));
const MODEL = fileURLToPath(new URL('content/models/replies.json', ROOT));
/** Few own scripts stand beside much IRC, and they are what the groups of this project look like. */
const OWN_WEIGHT = 8;

type Room = [name: string, rows: ChatRow[]];

/** Groups of neighbours are slower than IRC: some rooms are learned from once more as if they took so many times as long. */
const SLOWER = 15;
const SLOWER_ONE_OF = 8;

function slowed(rows: readonly ChatRow[]): ChatRow[] {
  const begin = Date.parse(rows[0]?.ts ?? '');
  const later = (ts: string): string => new Date(begin + (Date.parse(ts) - begin) * SLOWER).toISOString();
  return rows.map(row => ({ ...row, ts: later(row.ts) }));
}

const taught = (irc: readonly Room[], own: readonly Room[]): Taught[] => [
  ...irc.map(([, rows]) => ({ rows, weight: 1 })),
  ...irc.filter((_, at) => at % SLOWER_ONE_OF === 0).map(([, rows]) => ({ rows: slowed(rows), weight: 1 })),
  ...own.map(([, rows]) => ({ rows, weight: OWN_WEIGHT })),
  ...own.map(([, rows]) => ({ rows: slowed(rows), weight: OWN_WEIGHT / 2 })),
];

function measure(irc: readonly Room[], own: readonly Room[], folds: number): void {
  const whole = emptyScore();
  for (let fold = 0; fold < folds; fold++) {
    const model = ready(
      learn(
        taught(
          irc.filter((_, at) => at % folds !== fold),
          own,
        ),
      ),
    );
    const score = emptyScore();
    for (const [, rows] of irc.filter((_, at) => at % folds === fold)) {
      const links = linkRooms(model, rows);
      tally(score, rows, links);
      tally(whole, rows, links);
    }
    console.log(sayScore(`rooms not learned from, fold ${fold + 1}`, score));
  }
  console.log(sayScore('all rooms, each not learned from', whole));
}

async function main(): Promise<void> {
  const irc = [...(await readRooms(IRC))];
  const own = [...(await readRooms(OWN))];
  const foldsAt = process.argv.indexOf('--folds');
  if (foldsAt > 0) return measure(irc, own, Number(process.argv[foldsAt + 1] ?? 3));
  const file = fileOf(learn(taught(irc, own)));
  await mkdir(new URL('content/models/', ROOT), { recursive: true });
  await writeFile(MODEL, `${JSON.stringify(file)}\n`);
  console.log(`${MODEL}: ${file.answers.length} trees`);
}

await main();
