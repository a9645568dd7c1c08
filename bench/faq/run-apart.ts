import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program of this folder in a fresh process, so that no other index is in the way; reads its line of JSON. */
export function runApart<Schema extends z.ZodType>(
  program: string,
  words: readonly string[],
  schema: Schema,
): z.output<Schema> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const node = ['--expose-gc', '--import', 'tsx', file, ...words];
  const told = execFileSync(process.execPath, node, { cwd: ROOT, encoding: 'utf8' });
  return schema.parse(JSON.parse(told));
}
