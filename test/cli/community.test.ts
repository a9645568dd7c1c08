import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aFolder, run } from './run.ts';

const truthSchema = z.object({
  asOf: z.string(),
  groups: z.array(z.object({ group: z.string(), archetype: z.string(), state: z.string().nullable() })),
});

test('a generated community is an archive that is checked and analysed, with its truth beside it', async () => {
  const folder = aFolder();
  const [archive, truth] = [join(folder, 'a.jsonl'), join(folder, 'truth.json')];
  const made = await run([
    'community',
    'generate',
    '--seed',
    '5',
    '--groups',
    '2',
    '--out',
    archive,
    '--truth',
    truth,
  ]);
  expect(made.code, made.err).toBe(0);
  expect((await run(['archive', 'check', archive])).code).toBe(0);
  const known = truthSchema.parse(JSON.parse(readFileSync(truth, 'utf8')));
  expect(known.groups.length).toBeGreaterThanOrEqual(2);
  const { code, out, err } = await run(['analyze', archive, '--as-of', known.asOf, '--json']);
  expect(code, err).toBe(0);
  const said = z.object({ groups: z.array(z.object({ group: z.string() })) }).parse(JSON.parse(out));
  expect(said.groups.map(({ group }) => group).sort()).toEqual(known.groups.map(({ group }) => group).sort());
}, 60_000);

test('a community needs a place to be written to, and days enough to be true', async () => {
  expect((await run(['community', 'generate', '--seed', '5'])).code).toBe(2);
  const short = await run(['community', 'generate', '--days', '20', '--out', join(aFolder(), 'a.jsonl')]);
  expect(short.code).toBe(2);
  expect(short.err).toContain('--days');
});
