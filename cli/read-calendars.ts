import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type CalendarEntry, calendarFileSchema } from '../src/calendar-file.ts';
import type { PlacedRow } from '../src/sheets/sheet.ts';
import { badLine } from './read-archive.ts';
import { expectFile } from './read-lines.ts';
import { refuseFaults } from './read-rows.ts';

/** The line at which the deepest part of a path that stands in the file begins. */
function lineOf(doc: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  const node: unknown = path.length ? doc.getIn(path, true) : doc.contents;
  if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  return path.length ? lineOf(doc, lines, path.slice(0, -1)) : 1;
}

const fieldOf = (path: readonly PropertyKey[]): string => (typeof path[1] === 'string' ? `${path[1]}: ` : '');

/** The calendars of a YAML file with their lines; throws a Failure that names everything wrong in it. */
export async function readCalendars(file: string): Promise<PlacedRow<CalendarEntry>[]> {
  await expectFile(file);
  const lines = new LineCounter();
  const doc = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  const [broken] = doc.errors;
  if (broken)
    throw badLine(file, broken.linePos?.[0].line ?? 1, 'is not YAML; mind the spaces at the beginning');
  const read = calendarFileSchema.safeParse(doc.toJS());
  if (read.success) return read.data.map((row, at) => ({ n: lineOf(doc, lines, [at]), row }));
  const faults = read.error.issues.map(({ path, message }) => ({
    n: lineOf(doc, lines, path),
    fault: `${fieldOf(path)}${message}`,
  }));
  refuseFaults(file, faults);
  return [];
}
