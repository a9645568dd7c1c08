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

const tooLong = (file: string, n: number, most: number) =>
  new Failure(
    'line-too-long',
    `${file}: line ${n}: is longer than ${most} bytes; write one object a line, without pictures inside`,
  );

/** Turns the bytes of a line into text; a BOM is taken off the first, a carriage return off every end. */
function textReader(file: string): (bytes: Uint8Array, n: number) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes, n) => {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      throw notUtf8(file, n);
    }
    if (n === 1 && text.startsWith(BOM)) text = text.slice(1);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
}

/** The lines of a file as they are needed, blank ones left out; throws a Failure that names file, line and cure. */
export async function* readLines(file: string, longest = LONGEST_LINE_BYTES): AsyncGenerator<FileLine> {
  const textOf = textReader(file);
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  let n = 1;
  for await (const chunk of readBytes(file)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); ; end = chunk.indexOf(NEWLINE, from)) {
      const piece = chunk.subarray(from, end === -1 ? chunk.length : end);
      if (carriedBytes + piece.length > longest) throw tooLong(file, n, longest);
      if (end === -1) {
        carried.push(piece);
        carriedBytes += piece.length;
        break;
      }
      const text = textOf(carriedBytes > 0 ? Buffer.concat([...carried, piece]) : piece, n);
      if (text.trim() !== '') yield { n, text };
      carried = [];
      carriedBytes = 0;
      n++;
      from = end + 1;
    }
  }
  const last = textOf(Buffer.concat(carried), n);
  if (last.trim() !== '') yield { n, text: last };
}
