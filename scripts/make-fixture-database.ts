import { runCommand } from '../cli/main.ts';
import { readConfig } from '../src/config.ts';

/*
 * Writes the database of this release as a fixture: `tsx scripts/make-fixture-database.ts test/fixtures/databases/0.1.0.sqlite`.
 * Run once a release, before its first migration is followed by another; the file is never written again.
 */
const [file] = process.argv.slice(2);
if (!file) throw new Error('give the file to write');
const env = { DATABASE_URL: file, NUANQUN_LOG_LEVEL: 'silent' };
readConfig(env);
const roots = { demo: async () => {}, start: async () => {}, replay: async () => {} };
const io = {
  out: process.stdout,
  err: process.stderr,
  env,
  folder: process.cwd(),
  clock: { now: () => new Date('2026-11-24T02:00:00Z') },
};
process.exitCode = await runCommand(
  ['archive', 'import', 'test/fixtures/archives/two-groups.jsonl'],
  io,
  roots,
);
