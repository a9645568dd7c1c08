import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLineBatches, readLines } from '../../cli/read-lines.ts';
import { aFolder } from './run.ts';

const file = join(aFolder(), 'lines.txt');

/** What is written in a file, from single signs to more than one piece of reading. */
const content = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('路灯坏了', 'a', '\n', '\n', '\r\n', ' ', '\t', '\u3000', '\r'),
      },
      fc.constantFrom('好'.repeat(90_000), 'x'.repeat(300_000), '\n'.repeat(3)),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map(parts => parts.join(''));

/** The lines as the whole file at once would give them. */
const expected = (text: string) =>
  text
    .split('\n')
    .map((line, at) => ({ n: at + 1, text: line.endsWith('\r') ? line.slice(0, -1) : line }))
    .filter(line => line.text.trim() !== '');

test('the lines of a file are the same however its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(content, async text => {
      writeFileSync(file, text);
      const lines: unknown[] = [];
      for await (const line of readLines(file)) lines.push(line);
      expect(lines).toEqual(expected(text));
      const batches: unknown[] = [];
      for await (const batch of readLineBatches(file)) batches.push(...batch);
      expect(batches).toEqual(lines);
    }),
    { seed: 8, numRuns: 150 },
  );
});

test('what is no text or too long is named with its line, after the lines before it', async () => {
  const before = `${'{"好":1}\n'.repeat(40_000)}`;
  const readUntilFault = async (longest?: number) => {
    let count = 0;
    try {
      for await (const { n } of readLines(file, longest)) count = n;
    } catch (error) {
      return { count, says: error instanceof Error ? error.message : '' };
    }
    return { count, says: '' };
  };
  writeFileSync(file, Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe, 10])]));
  expect(await readUntilFault()).toMatchObject({
    count: 40_000,
    says: expect.stringContaining('line 40001: is not UTF-8'),
  });
  writeFileSync(file, `${before}${'x'.repeat(5000)}\n{}\n`);
  expect(await readUntilFault(4096)).toMatchObject({
    count: 40_000,
    says: expect.stringContaining('line 40001: is longer'),
  });
});
