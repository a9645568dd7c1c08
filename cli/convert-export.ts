import { applyRoster } from '../src/archive/apply-roster.ts';
import { createConverter } from '../src/archive/convert.ts';
import type { ExportItem } from '../src/archive/export-item.ts';
import { writeLine } from '../src/archive/line.ts';
import { Failure } from '../src/errors.ts';
import { readRoster } from './fold-archive.ts';
import { batchesOf, type Format } from './formats/define.ts';
import { createSkipCount } from './skip-count.ts';
import { writeWhole } from './write-whole.ts';

/** An exported file and how it is read. */
export interface Source {
  file: string;
  format: Format;
}

/** What became of an export. */
export interface Converted {
  people: number;
  groups: number;
  messages: number;
  /** Pieces that could not be read and were passed over. */
  skipped: number;
}

interface Order {
  out: string;
  /** A roster file, whose roles are applied. */
  roster: string | undefined;
  note(says: string): Promise<void>;
}

/** Every item of every file, many at a time; `start` is told where a file begins. */
async function* itemsOf(sources: readonly Source[], start: () => void): AsyncGenerator<ExportItem[]> {
  for (const { file, format } of sources) {
    start();
    yield* batchesOf(format, file);
  }
}

/** The first reading: who and what there is, and what cannot be read; gives the number of pieces passed over. */
async function gatherAll(
  sources: readonly Source[],
  converter: ReturnType<typeof createConverter>,
  note: Order['note'],
): Promise<number> {
  const skips = createSkipCount(note);
  for (const { file, format } of sources) {
    let messages = 0;
    converter.startFile();
    for await (const items of batchesOf(format, file)) {
      for (const item of items) {
        if (item.what === 'skipped') await skips.skip(file, item);
        if (item.what === 'message') messages++;
        converter.gather(item);
      }
    }
    skips.endFile(file, messages);
  }
  return skips.done();
}

/** Turns exported chats into an archive, in two readings and streamed. */
export async function convertExport(sources: readonly Source[], order: Order): Promise<Converted> {
  const { out, roster, note } = order;
  const rows = roster === undefined ? [] : await readRoster(roster);
  const converter = createConverter(sources.length > 1);
  const skipped = await gatherAll(sources, converter, note);
  const { lines, unmatched } = applyRoster(converter.head(), rows);
  for (const { n, why } of unmatched) await note(`${roster}: line ${n}: ${why}`);
  let messages = 0;
  await writeWhole(out, async put => {
    for (const line of lines) await put(writeLine(line));
    for await (const items of itemsOf(sources, converter.startFile)) {
      let written = '';
      for (const item of items) {
        const line = converter.messageOf(item);
        if (!line) continue;
        messages++;
        written += writeLine(line);
      }
      await put(written);
    }
    if (messages === 0) {
      throw new Failure('bad-line', `${sources[0]?.file}: line 1: holds no message; export the chat again`);
    }
  });
  const count = (type: string) => lines.filter(line => line.type === type).length;
  return { people: count('person'), groups: count('group'), messages, skipped };
}
