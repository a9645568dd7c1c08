import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program in a fresh process, so that its memory is its own; reads the line of JSON it prints. */
export function runApart<Schema extends z.ZodType>(
  program: URL,
  words: readonly string[],
  schema: Schema,
): z.output<Schema> {
  const node = ['--import', 'tsx', fileURLToPath(program), ...words];
  const told = execFileSync(process.execPath, node, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return schema.parse(JSON.parse(told));
}
