import { isAbsolute, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Clock } from '../src/time.ts';

/** Where a command reads its surroundings and writes; the process in the program, buffers in tests. */
export interface Io {
  out: Writable;
  err: Writable;
  env: Readonly<Record<string, string | undefined>>;
  /** The caller's folder; relative paths are taken from here. */
  folder: string;
  clock: Clock;
}

/** A path as typed, taken from the caller's folder. */
export const pathFrom = (io: Io, typed: string): string =>
  isAbsolute(typed) ? typed : resolve(io.folder, typed);

/** The reader of our output went away (`| head`): nothing is wrong, there is only nobody to tell any more. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

const isPipeGone = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');

/** Writes and waits until the stream took it, so that a slow reader never fills our memory. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(text, error => {
      if (!error) done();
      else fail(isPipeGone(error) ? new ReaderGone() : error);
    });
  });
}
