import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TELL_USAGE = new URL('tell-usage.mjs', import.meta.url).href;
const usageSchema = z.object({ rssMb: z.number(), cpuSeconds: z.number() });

/** What a program took from its start to its end; `seconds` on the wall. */
export interface Usage extends z.output<typeof usageSchema> {
  seconds: number;
}

/** Runs a program of this project in a process of its own; `folder` is for what it tells of itself. */
export function runProgram(folder: string, program: string, words: readonly string[]): Usage {
  const usageFile = join(folder, 'usage.json');
  const began = performance.now();
  execFileSync(process.execPath, ['--import', TELL_USAGE, '--import', 'tsx', program, ...words], {
    cwd: ROOT,
    env: { ...process.env, USAGE_FILE: usageFile },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = (performance.now() - began) / 1000;
  return { seconds, ...usageSchema.parse(JSON.parse(readFileSync(usageFile, 'utf8'))) };
}
