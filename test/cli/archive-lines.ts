import { readFileSync } from 'node:fs';
import type { ArchiveLine, LineOf } from '../../src/archive/line.ts';
import { parseLine } from '../../src/archive/parse-line.ts';

const isOf =
  <T extends ArchiveLine['type']>(type: T) =>
  (line: ArchiveLine): line is LineOf<T> =>
    line.type === type;

/** The lines of an archive; one that cannot be read fails the test. */
export function archiveLines(file: string): ArchiveLine[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(text => {
      const parsed = parseLine(text);
      if ('fault' in parsed) throw new Error(parsed.fault);
      return parsed.line;
    });
}

/** Those of one type. */
export const linesOf = <T extends ArchiveLine['type']>(file: string, type: T): LineOf<T>[] =>
  archiveLines(file).filter(isOf(type));
