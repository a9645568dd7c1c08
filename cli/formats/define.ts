import type { ExportItem } from '../../src/archive/export-item.ts';

/** One kind of chat export: one file in this folder and one line in `index.ts`. */
export interface Format {
  name: string;
  /** Does the beginning of a file (64 KiB, perhaps cut within a word) look like this? */
  recognise(beginning: string): boolean;
  /** The export piece by piece, never whole in memory; throws a Failure that names file, line and cure. */
  read(file: string): AsyncGenerator<ExportItem>;
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
