import type { ExportSkipped } from '../../src/archive/export-item.ts';
import { isFailure } from '../../src/errors.ts';
import { type JsonPart, readJsonParts } from './read-json.ts';

export type { JsonPart };

/** `file: line 9: why; cure` as its place and its fault. */
const PLACED = /: (?:near )?(line \d+): ([^;]*)/u;

/**
 * The parts of a JSON document up to where it breaks off (the exporter crashed, the disk was full): what came before
 * is used, and the break is the last thing told. A document that breaks before its first part is refused.
 */
export async function* readUntilCut(file: string, paths: string[]): AsyncGenerator<JsonPart | ExportSkipped> {
  let found = 0;
  try {
    for await (const part of readJsonParts(file, paths)) {
      found++;
      yield part;
    }
  } catch (error) {
    const isCut = isFailure(error, 'damaged') && (error.code === 'bad-line' || error.code === 'not-utf8');
    const [, where, fault] = isCut ? (PLACED.exec(error.message) ?? []) : [];
    if (found === 0 || where === undefined) throw error;
    yield { what: 'skipped', where, why: `${fault}: the document breaks off here, what came before is used` };
  }
}
