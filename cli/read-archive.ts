import { type CrossCheck, createCrossCheck } from '../src/archive/cross-check.ts';
import type { ArchiveLine } from '../src/archive/line.ts';
import { parseLine } from '../src/archive/parse-line.ts';
import { Failure } from '../src/errors.ts';
import { LONGEST_LINE_BYTES, readLineBatches } from './read-lines.ts';

export interface ReadOptions {
  /** Bytes; a longer line is refused. */
  longest?: number;
}

/** A fault of an archive as one sentence with file, line and cure. */
export const badLine = (file: string, n: number, fault: string): Failure =>
  new Failure('bad-line', `${file}: line ${n}: ${fault}`);

/** A line of an archive and where it stands. */
export interface PlacedLine {
  n: number;
  line: ArchiveLine;
}

/** The lines of an archive, many at a time; stops at the first that is wrong. References are not looked at. */
export async function* readBatches(
  file: string,
  { longest = LONGEST_LINE_BYTES }: ReadOptions = {},
): AsyncGenerator<PlacedLine[]> {
  for await (const lines of readLineBatches(file, longest)) {
    const batch: PlacedLine[] = [];
    for (const { n, text } of lines) {
      const parsed = parseLine(text);
      if ('fault' in parsed) throw badLine(file, n, parsed.fault);
      batch.push({ n, line: parsed.line });
    }
    yield batch;
  }
}

/** The lines of an archive one by one; stops at the first that is wrong. References are not looked at. */
export async function* readArchive(file: string, options: ReadOptions = {}): AsyncGenerator<PlacedLine> {
  for await (const batch of readBatches(file, options)) yield* batch;
}

/** Reads an archive through, gives every line to `take`, and refuses it when something referred to stands nowhere. */
export async function readWholeArchive(
  file: string,
  take: (line: ArchiveLine, n: number) => void,
  options: ReadOptions = {},
): Promise<void> {
  const check: CrossCheck = createCrossCheck();
  for await (const batch of readBatches(file, options)) {
    for (const { n, line } of batch) {
      check.push(line, n);
      take(line, n);
    }
  }
  const [first] = check.dangling();
  if (first) throw badLine(file, first.n, first.fault);
}
