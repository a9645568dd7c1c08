import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../cli/read-archive.ts';
import { aFolder, FIXTURE, run } from './run.ts';

const good = readFileSync(FIXTURE, 'utf8').trimEnd().split('\n');
const message = (field: object) =>
  JSON.stringify({
    type: 'message',
    id: 'x',
    group: 'g-youth',
    sender: 'p-zhou',
    sentAt: '2026-11-20T09:00:00+08:00',
    kind: 'text',
    text: '你好',
    ...field,
  });
const withLine = (line: string): string => [...good, line].join('\n');
const last = good.length + 1;

/** What is written, the line that must be named (null: the whole file), and the cure. */
const WRONG: Record<string, { content: string | Buffer; line: number | null; cure: string }> = {
  'an empty file': { content: '', line: null, cure: 'export it again' },
  'bad JSON': { content: withLine('{"type":"message",'), line: last, cure: 'write one whole JSON object' },
  'no type': { content: withLine('{"id":"x"}'), line: last, cure: 'begin it with' },
  'an unknown type': { content: withLine('{"type":"mesage"}'), line: last, cure: 'did you mean message' },
  'an unknown person': {
    content: withLine(message({ sender: 'p-nobody' })),
    line: last,
    cure: 'correct the id',
  },
  'an unknown group': { content: withLine(message({ group: 'g-none' })), line: last, cure: 'correct the id' },
  'a time without zone': {
    content: withLine(message({ sentAt: '2026-11-20T09:00:00' })),
    line: last,
    cure: '2026-11-24T09:00:00+08:00',
  },
  'a time that is none': {
    content: withLine(message({ sentAt: '昨天' })),
    line: last,
    cure: 'write it like',
  },
  'a missing field': { content: withLine(message({ sender: undefined })), line: last, cure: 'add it' },
  'bytes that are not UTF-8': {
    content: Buffer.concat([Buffer.from(`${good.join('\n')}\n`), Buffer.from([0xc4, 0xe3, 0xba, 0xc3])]),
    line: last,
    cure: 'save the file again as UTF-8',
  },
};

function written(content: string | Buffer): { folder: string; file: string } {
  const folder = aFolder();
  const file = join(folder, 'in.jsonl');
  writeFileSync(file, content);
  return { folder, file };
}

describe.each(Object.entries(WRONG))('%s', (_, { content, line, cure }) => {
  test.each([['archive', 'check'], ['analyze'], ['archive', 'import'], ['roster', 'guess']])(
    'is refused by %s %s with file, line and cure',
    async (...command) => {
      const { folder, file } = written(content);
      const { code, out, err } = await run([...command.filter(word => word !== undefined), file], { folder });
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).toContain(line === null ? file : `${file}: line ${line}: `);
      expect(err).toContain(cure);
      expect(existsSync(join(folder, 'data'))).toBe(false);
    },
  );
});

test.each([
  ['a missing file', (folder: string) => join(folder, 'none.jsonl'), 'there is no such file'],
  ['a folder', (folder: string) => folder, 'is a folder'],
])('%s is refused by every command that reads one', async (_, fileIn, why) => {
  const folder = aFolder();
  const file = fileIn(folder);
  const commands = [
    ['archive', 'check', file],
    ['analyze', file],
    ['analyze', FIXTURE, '--roster', file],
    ['archive', 'convert', file, '--out', 'out.jsonl'],
    ['roster', 'import', file],
    ['faq', 'import', file],
    ['restore', file],
  ];
  for (const argv of commands) {
    const { code, err } = await run(argv, { folder });
    expect(code).toBe(1);
    expect(err).toContain(`${file}: ${why}`);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('a line over the limit is refused at its number without being read to its end', async () => {
  const { file } = written(withLine(message({ text: '长'.repeat(2000) })));
  const read = async () => {
    for await (const _ of readArchive(file, { longest: 4096 }));
  };
  await expect(read()).rejects.toMatchObject({
    code: 'line-too-long',
    message: expect.stringContaining(`${file}: line ${last}: is longer than 4096 bytes`),
  });
});

test('BOM, CRLF and blank lines are accepted', async () => {
  const { file } = written(`\uFEFF${good.join('\r\n\r\n')}\r\n`);
  const { code, out } = await run(['archive', 'check', file, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, counts: { message: 41, ticket: 3 } });
});

test('a check tells the first twenty faults with their lines', async () => {
  const { file } = written(withLine(Array.from({ length: 30 }, () => '{').join('\n')));
  const { code, out, err } = await run(['archive', 'check', file, '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out).faults).toHaveLength(20);
  expect(err.trim().split('\n')[19]).toContain(`line ${last + 19}: `);
});

test('a conversion that fails leaves the file that was there as it was', async () => {
  const folder = aFolder();
  const line = '{"room":"a","id":"1","ts":"2026-11-20T09:00:00Z","sender":"甲","text":"在","replyTo":[]}';
  const file = join(folder, 'chat.jsonl');
  const broken = line.replace('Z"', '"');
  writeFileSync(file, `${line}\n${broken}\n${broken}\n`);
  writeFileSync(join(folder, 'out.jsonl'), 'kept');
  const { code, err } = await run(['archive', 'convert', file, '--out', 'out.jsonl'], { folder });
  expect(code).toBe(1);
  expect(err).toContain(`${file}: line 2: “ts”: “2026-11-20T09:00:00” has no time zone`);
  expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toBe('kept');
  expect(readdirSync(folder).sort()).toEqual(['chat.jsonl', 'out.jsonl']);
});

test('an output whose folder is not there, or that is a folder, is refused', async () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'd'));
  const { err } = await run(['roster', 'guess', FIXTURE, '--out', 'none/r.csv'], { folder });
  expect(err).toContain('its folder does not exist');
  expect(await run(['roster', 'guess', FIXTURE, '--out', 'd'], { folder })).toMatchObject({ code: 1 });
  expect(readdirSync(folder)).toEqual(['d']);
});
