import { JSONParser } from '@streamparser/json-node';
import { Failure } from '../../src/errors.ts';
import { readBytes } from '../read-lines.ts';

/** A value of the document, with its key or its place in its list. */
export interface JsonPart {
  key: string | number | undefined;
  value: unknown;
}

const NEWLINE = 10;

interface Parse {
  write(chunk: Uint8Array): Promise<void>;
  end(): Promise<void>;
  found: JsonPart[];
}

function startParse(paths: string[]): Parse {
  const parser = new JSONParser({ paths, keepStack: false });
  const found: JsonPart[] = [];
  let failed: Error | null = null;
  parser.on('data', (part: JsonPart) => found.push({ key: part.key, value: part.value }));
  parser.on('error', error => {
    failed = error;
  });
  const settle = (done: () => void, fail: (error: Error) => void) => (error?: Error | null) => {
    const wrong = error ?? failed;
    if (wrong) fail(wrong);
    else done();
  };
  return {
    found,
    write: chunk => new Promise((done, fail) => parser.write(chunk, settle(done, fail))),
    end: () => new Promise((done, fail) => parser.end(settle(done, fail))),
  };
}

/** Finds the line on which a document breaks, by reading it again line by line. */
async function brokenLine(file: string): Promise<number> {
  const parse = startParse(['$.-']);
  let n = 1;
  try {
    for await (const chunk of readBytes(file)) {
      for (let from = 0, end = 0; from < chunk.length; from = end) {
        const newline = chunk.indexOf(NEWLINE, from);
        end = newline === -1 ? chunk.length : newline + 1;
        await parse.write(withoutBom(chunk.subarray(from, end), n === 1 && from === 0));
        if (newline !== -1) n++;
      }
    }
  } catch {
    return n;
  }
  return n;
}

const withoutBom = (chunk: Uint8Array, isFirst: boolean): Uint8Array =>
  isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;

/** Refuses bytes that are not UTF-8, counting lines on the way. */
function createUtf8Check(file: string): (chunk: Uint8Array | null) => void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let n = 1;
  return chunk => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) n++;
    } catch {
      throw new Failure('not-utf8', `${file}: near line ${n}: is not UTF-8; save the file again as UTF-8`);
    }
  };
}

/** The parts of one large JSON document that `paths` name (`$.messages.*`), as they come; the document is never held. */
export async function* readJsonParts(file: string, paths: string[]): AsyncGenerator<JsonPart> {
  const parse = startParse(paths);
  const checkUtf8 = createUtf8Check(file);
  let isFirst = true;
  try {
    for await (const chunk of readBytes(file)) {
      checkUtf8(chunk);
      await parse.write(withoutBom(chunk, isFirst));
      isFirst = false;
      yield* parse.found.splice(0);
    }
    checkUtf8(null);
    await parse.end();
    yield* parse.found.splice(0);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const n = await brokenLine(file);
    throw new Failure('bad-line', `${file}: line ${n}: is not whole JSON; export the chat again`);
  }
}
