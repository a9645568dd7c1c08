import type { ExportSkipped } from '../../src/archive/export-item.ts';
import { type FileLine, readLineBatches } from '../read-lines.ts';

/** A line that could not be read, as it is counted and named. */
export const skippedLine = (n: number, why: string): ExportSkipped => ({
  what: 'skipped',
  where: `line ${n}`,
  why,
});

/** The lines of a file, many at a time; one that is no text is told and passed over. */
export async function* readBatchesPastBroken(file: string): AsyncGenerator<(FileLine | ExportSkipped)[]> {
  const broken: ExportSkipped[] = [];
  const tell = (n: number, why: string) => broken.push(skippedLine(n, why));
  for await (const lines of readLineBatches(file, undefined, tell)) {
    if (broken.length > 0) yield broken.splice(0);
    yield lines;
  }
  if (broken.length > 0) yield broken.splice(0);
}

/** The lines of a file; one that is no text is told and passed over. */
export async function* readPastBroken(file: string): AsyncGenerator<FileLine | ExportSkipped> {
  for await (const batch of readBatchesPastBroken(file)) yield* batch;
}
