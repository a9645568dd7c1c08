import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Failure } from '../../src/errors.ts';
import { nearestTo } from '../../src/nearest-word.ts';
import { defineCommand } from './define.ts';

const FOLDER = new URL('../../bench/', import.meta.url);

async function benchNames(): Promise<string[]> {
  const files = await readdir(fileURLToPath(FOLDER)).catch(() => []);
  return files
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -3))
    .sort();
}

export const bench = defineCommand({
  name: 'bench',
  usage: 'bench [name]',
  summary: 'lists the benchmarks, or runs one',
  options: {},
  input: z.object({ rest: z.array(z.string()).max(1, 'give one benchmark, or none to list them') }),
  async run(ctx, { rest: [name] }) {
    const names = await benchNames();
    if (name === undefined) {
      for (const known of names) await ctx.print(known);
      if (names.length === 0) await ctx.note('there are no benchmarks yet');
      return;
    }
    if (!names.includes(name)) {
      const near = nearestTo(name, names);
      const cure = near ? `did you mean “${near}”?` : 'there are none yet';
      throw new Failure('wrong-usage', `there is no benchmark “${name}”; ${cure}`);
    }
    // A benchmark is a program of its own: it runs when it loads and prints what it measured.
    await import(pathToFileURL(fileURLToPath(new URL(`${name}.ts`, FOLDER))).href);
  },
});
