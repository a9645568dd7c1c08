import type { z } from 'zod';
import { parseJson } from '../src/archive/parse-line.ts';
import { badLine } from './read-archive.ts';
import { readLines } from './read-lines.ts';

/** The objects of a JSON Lines file as `schema` reads them; throws a Failure that names file, line and cure. */
export async function* readJsonLines<Row extends z.ZodType>(
  file: string,
  schema: Row,
): AsyncGenerator<z.output<Row>> {
  for await (const { n, text } of readLines(file)) {
    const json = parseJson(text);
    if (json === null) throw badLine(file, n, 'it is not JSON; write one whole JSON object on the line');
    const read = schema.safeParse(json.value);
    if (read.success) {
      yield read.data;
      continue;
    }
    const [issue] = read.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw badLine(file, n, `${field === '' ? 'it' : `"${field}"`} is wrong: ${issue?.message}; correct it`);
  }
}
