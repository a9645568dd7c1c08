import { z } from 'zod';
import { createCrossCheck } from '../../src/archive/cross-check.ts';
import { ARCHIVE_TYPES } from '../../src/archive/line.ts';
import { parseLine } from '../../src/archive/parse-line.ts';
import { readLines } from '../read-lines.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

const MOST_FAULTS = 20;

interface Checked {
  counts: Record<string, number>;
  faults: { line: number; fault: string }[];
}

async function check(file: string): Promise<Checked> {
  const counts: Record<string, number> = Object.fromEntries(ARCHIVE_TYPES.map(type => [type, 0]));
  const faults: Checked['faults'] = [];
  const cross = createCrossCheck();
  for await (const { n, text } of readLines(file)) {
    const parsed = parseLine(text);
    if ('fault' in parsed) {
      faults.push({ line: n, fault: parsed.fault });
      if (faults.length >= MOST_FAULTS) return { counts, faults };
      continue;
    }
    counts[parsed.line.type] = (counts[parsed.line.type] ?? 0) + 1;
    cross.push(parsed.line, n);
  }
  // A line that could not be read declares nothing: what refers to it would only repeat its fault.
  if (faults.length > 0) return { counts, faults };
  const dangling = cross.dangling().slice(0, MOST_FAULTS);
  return { counts, faults: dangling.map(({ n, fault }) => ({ line: n, fault })) };
}

export const archiveCheck = defineCommand({
  name: 'archive check',
  usage: 'archive check <archive> [--json]',
  summary: 'counts by type, or the first 20 faults with line numbers',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('archive') }),
  async run(ctx, { json, rest }) {
    const file = ctx.path(rest[0] ?? '');
    const { counts, faults } = await check(file);
    if (json) await ctx.printJson({ ok: faults.length === 0, counts, faults });
    for (const { line, fault } of faults) await ctx.note(`${file}: line ${line}: ${fault}`);
    if (faults.length > 0) return 1;
    if (json) return 0;
    for (const [type, count] of Object.entries(counts)) if (count > 0) await ctx.print(`${type}\t${count}`);
    return 0;
  },
});
