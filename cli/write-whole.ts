import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Failure } from '../src/errors.ts';
import { write } from './io.ts';

const BATCH = 64 * 1024;

/** Takes a piece of the file that is being written. */
export type Put = (piece: string | Uint8Array) => Promise<void>;

async function expectFolder(file: string): Promise<void> {
  const folder = await stat(dirname(file)).catch(() => null);
  if (!folder?.isDirectory()) {
    throw new Failure('file-missing', `${file}: its folder does not exist; make the folder first`);
  }
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) {
    throw new Failure('file-unreadable', `${file}: is a folder; name a file to write`);
  }
}

/**
 * Writes a file whole or not at all: beside it first, then put in its place. When `fill` throws, nothing has changed.
 */
export async function writeWhole(file: string, fill: (put: Put) => Promise<void>): Promise<void> {
  await expectFolder(file);
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  // What is written holds people's data: nobody but the account that wrote it may read it.
  const stream = createWriteStream(part, { mode: 0o600 });
  const batch: string[] = [];
  let held = 0;
  const flush = async () => {
    if (batch.length > 0) await write(stream, batch.join(''));
    batch.length = 0;
    held = 0;
  };
  try {
    await fill(async piece => {
      if (typeof piece === 'string') batch.push(piece);
      else {
        await flush();
        await write(stream, piece);
      }
      held += piece.length;
      if (held >= BATCH) await flush();
    });
    await flush();
    stream.end();
    await finished(stream);
    await rename(part, file);
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
}
