import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { Failure } from '../src/errors.ts';
import { expectFile } from './read-lines.ts';

const LARGEST_BYTES = 64 * 1024 * 1024;

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString() : String(cell);

function readCsv(file: string, bytes: Uint8Array): string[][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('not-utf8', `${file}: is not UTF-8; save it as “CSV UTF-8” or as xlsx`);
  }
  try {
    return parse(text, { relaxColumnCount: true, skipEmptyLines: false, bom: true, relaxQuotes: true });
  } catch (error) {
    const n = error instanceof Error && 'lines' in error ? String(error.lines) : '?';
    throw new Failure('bad-line', `${file}: line ${n}: is not CSV; close its quotes or save it as xlsx`);
  }
}

/** The rows of a csv or xlsx file as text, the first sheet of several. */
export async function readTable(file: string): Promise<string[][]> {
  await expectFile(file);
  const bytes = await readFile(file);
  if (bytes.length > LARGEST_BYTES) {
    throw new Failure('file-unreadable', `${file}: is larger than 64 MB; keep only the table in it`);
  }
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isWorkbook) return readCsv(file, bytes);
  try {
    const rows = await readSheet(bytes);
    return rows.map(row => row.map(cellText));
  } catch {
    throw new Failure('file-unreadable', `${file}: is a damaged workbook; open it and save it again as xlsx`);
  }
}
