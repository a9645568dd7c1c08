import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Command } from '../../cli/commands/define.ts';
import type { Io } from '../../cli/io.ts';
import { runCommand } from '../../cli/main.ts';
import type { Roots } from '../../cli/roots.ts';

export const FIXTURE = join(import.meta.dirname, '../fixtures/archives/two-groups.jsonl');

/** A folder of its own for one test. */
export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'nuanqun-cli-'));

function collector(): { stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

const noRoots: Roots = {
  demo: () => Promise.reject(new Error('not here')),
  start: () => Promise.reject(new Error('not here')),
  replay: () => Promise.reject(new Error('not here')),
};

/** Runs one command as a person would, with a fixed clock and a folder of its own for the database. */
export async function run(
  argv: string[],
  {
    folder = aFolder(),
    commands,
    roots = noRoots,
  }: { folder?: string; commands?: Command[]; roots?: Roots } = {},
): Promise<{ code: number; out: string; err: string; folder: string }> {
  const out = collector();
  const err = collector();
  const io: Io = {
    out: out.stream,
    err: err.stream,
    env: { NUANQUN_DATA_DIR: join(folder, 'data') },
    folder,
    clock: { now: () => new Date('2026-11-23T01:00:00Z') },
  };
  const code = await runCommand(argv, io, roots, commands);
  return { code, out: out.text(), err: err.text(), folder };
}
