import type { ExportSkipped } from '../src/archive/export-item.ts';
import { Failure } from '../src/errors.ts';

const MOST_NAMED = 20;

/** Counts what could not be read of an export, names the first of it, and refuses a file that is mostly unreadable. */
export interface SkipCount {
  /** A piece of this file was passed over. */
  skip(file: string, skipped: ExportSkipped): Promise<void>;
  /** A file was read to its end; `messages` of it could be read. */
  endFile(file: string, messages: number): void;
  /** Says how many more there were than were named; gives the number of all. */
  done(): Promise<number>;
}

export function createSkipCount(note: (says: string) => Promise<void>): SkipCount {
  let all = 0;
  let inFile = 0;
  let first: ExportSkipped | null = null;
  return {
    async skip(file, skipped) {
      first ??= skipped;
      inFile++;
      all++;
      if (all <= MOST_NAMED) await note(`${file}: ${skipped.where}: ${skipped.why}; skipped`);
    },
    endFile(file, messages) {
      if (first && inFile > messages) {
        throw new Failure(
          'bad-line',
          `${file}: ${first.where}: ${first.why}; only ${messages} of ${messages + inFile} pieces can be read, so export the chat again or name its format with --from`,
        );
      }
      first = null;
      inFile = 0;
    },
    async done() {
      if (all > MOST_NAMED) await note(`${all - MOST_NAMED} more pieces were skipped`);
      return all;
    },
  };
}
