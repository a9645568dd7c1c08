import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Failure } from '../src/errors.ts';

/** A line longer than this is refused without being read to its end. */
export const LONGEST_LINE_BYTES = 8 * 1024 * 1024;

/** One line of a file; `n` counts from 1, blank lines included. */
export interface FileLine {
  n: number;
  text: string;
}

const NEWLINE = 10;
const SPACE = 32;
const DELETE = 127;
const BOM = '\uFEFF';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

function whyUnreadable(file: string, error: unknown): Failure {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Failure('file-missing', `${file}: there is no such file; check the path`);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Failure('file-unreadable', `${file}: may not be read; give this account the right to read it`);
  }
  return new Failure('file-unreadable', `${file}: cannot be read (${code}); check the file and its disk`);
}

/** Refuses what cannot be a file to read: nothing there, a folder, an empty file. */
export async function expectFile(file: string): Promise<void> {
  const found = await stat(file).catch(error => {
    throw whyUnreadable(file, error);
  });
  if (found.isDirectory()) {
    throw new Failure('file-unreadable', `${file}: is a folder; name the file inside it`);
  }
  if (found.isFile() && found.size === 0) {
    throw new Failure('file-unreadable', `${file}: is empty; export it again`);
  }
}

/** The bytes of a file, piece by piece. */
export async function* readBytes(file: string): AsyncGenerator<Buffer> {
  await expectFile(file);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) yield chunk as Buffer;
  } catch (error) {
    throw whyUnreadable(file, error);
  }
}

const notUtf8 = (file: string, n: number) =>
  new Failure('not-utf8', `${file}: line ${n}: is not UTF-8; save the file again as UTF-8`);

/** A line that no chat program writes: refused before it fills the memory. */
export const tooLong = (file: string, n: number, most: number) =>
  new Failure(
    'line-too-long',
    `${file}: line ${n}: is longer than ${most} bytes; write one object a line, without pictures inside`,
  );

/** Is told of a line that cannot be text, so that the lines after it can still be read. */
export type BrokenLine = (n: number, why: string) => void;

/** Turns the bytes of a line into text; a BOM is taken off the first, a carriage return off every end. */
function textReader(file: string, broken?: BrokenLine): (bytes: Uint8Array, n: number) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes, n) => {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      if (!broken) throw notUtf8(file, n);
      broken(n, 'it is not UTF-8');
      return '';
    }
    if (n === 1 && text.startsWith(BOM)) text = text.slice(1);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
}

/** Is there more on the line than spaces? */
function isFilled(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > SPACE && first < DELETE) || text.trim() !== '';
}

/** Turns whole lines that stand together into text at once; null where one of them must be looked at by itself. */
function createBlockReader(longest: number): (bytes: Uint8Array, n: number) => FileLine[] | null {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes, n) => {
    if (n === 1 || bytes.length > longest) return null;
    try {
      const lines: FileLine[] = [];
      decoder
        .decode(bytes)
        .split('\n')
        .forEach((text, at) => {
          const line = text.endsWith('\r') ? text.slice(0, -1) : text;
          if (isFilled(line)) lines.push({ n: n + at, text: line });
        });
      return lines;
    } catch {
      return null;
    }
  };
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** The lines of a file, those of one piece of it at a time, blank ones left out; throws as `readLines` does. */
export async function* readLineBatches(
  file: string,
  longest = LONGEST_LINE_BYTES,
  broken?: BrokenLine,
): AsyncGenerator<FileLine[]> {
  const [textOf, readBlock] = [textReader(file, broken), createBlockReader(longest)];
  const readEach = function* (bytes: Buffer, first: number): Generator<FileLine[]> {
    for (let n = first, from = 0; from <= bytes.length; n++) {
      const newline = bytes.indexOf(NEWLINE, from);
      const end = newline === -1 ? bytes.length : newline;
      if (end - from > longest) throw tooLong(file, n, longest);
      const text = textOf(bytes.subarray(from, end), n);
      if (isFilled(text)) yield [{ n, text }];
      from = end + 1;
    }
  };
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  let n = 1;
  for await (const chunk of readBytes(file)) {
    const last = chunk.lastIndexOf(NEWLINE);
    const first = chunk.indexOf(NEWLINE);
    if (carriedBytes + (first === -1 ? chunk.length : first) > longest) throw tooLong(file, n, longest);
    if (last !== -1) {
      const whole = chunk.subarray(0, last);
      const bytes = carriedBytes > 0 ? Buffer.concat([...carried, whole]) : whole;
      const block = readBlock(bytes, n);
      if (block) yield block;
      else yield* readEach(bytes, n);
      n += 1 + countNewlines(bytes);
      carried = [];
      carriedBytes = 0;
    }
    const rest = chunk.subarray(last + 1);
    if (rest.length > longest) throw tooLong(file, n, longest);
    if (rest.length > 0) carried.push(rest);
    carriedBytes += rest.length;
  }
  yield* readEach(Buffer.concat(carried), n);
}

/** The lines of a file as they are needed, blank ones left out; throws a Failure that names file, line and cure. */
export async function* readLines(
  file: string,
  longest = LONGEST_LINE_BYTES,
  broken?: BrokenLine,
): AsyncGenerator<FileLine> {
  for await (const lines of readLineBatches(file, longest, broken)) yield* lines;
}
