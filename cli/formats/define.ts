import type { ExportItem } from '../../src/archive/export-item.ts';

/** One kind of chat export: one file in this folder and one line in `index.ts`. */
export interface Format {
  name: string;
  /** Does the beginning of a file (64 KiB, perhaps cut within a word) look like this? */
  recognise(beginning: string): boolean;
  /**
   * The export piece by piece, never whole in memory. A piece that cannot be read is an item 'skipped' where the rest can
   * be trusted; else it throws a Failure that names file, line and cure.
   */
  read(file: string): AsyncGenerator<ExportItem>;
  /** The same, many pieces at a time: for formats in which exports of a million messages are written. */
  readBatches?(file: string): AsyncGenerator<ExportItem[]>;
}

/** An export piece by piece, many at a time where its format can. */
export async function* batchesOf(format: Format, file: string): AsyncGenerator<ExportItem[]> {
  if (format.readBatches) yield* format.readBatches(file);
  else for await (const item of format.read(file)) yield [item];
}

export const defineFormat = (format: Format): Format => format;

/** The first line of a beginning as JSON; null when it is none. */
export function firstJson(beginning: string): unknown {
  const line = beginning.split('\n').find(text => text.trim() !== '' && !text.trim().startsWith('#'));
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}
