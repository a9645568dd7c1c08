import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decidePredict } from '../../cli/commands/decide-predict.ts';
import type { Command, CommandContext } from '../../cli/commands/define.ts';
import { faqPredict } from '../../cli/commands/faq-predict.ts';
import { repliesPredict } from '../../cli/commands/replies-predict.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'predict-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, rows: readonly object[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

/** The printed lines of a command, each read as JSON. */
async function linesOf(command: Command, given: object): Promise<unknown[]> {
  const lines: unknown[] = [];
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const never = () => Promise.reject(new Error('no root is begun'));
  const ctx: CommandContext = {
    io: {
      out: nowhere,
      err: nowhere,
      env: {},
      folder,
      clock: { now: () => new Date('2026-11-24T01:00:00Z') },
    },
    roots: { demo: never, start: never, replay: never },
    print: async line => void lines.push(JSON.parse(line)),
    printJson: never,
    note: never,
    path: typed => typed,
  };
  await command.start(ctx, given);
  return lines;
}

describe('faq predict', () => {
  it('says for each query whether it would be answered, with the nearest entries', async () => {
    const kb = await write('kb.jsonl', [
      { id: 'k1', question: '居住证怎么续签', answer: null },
      { id: 'k2', question: '流感疫苗哪里打', answer: '社区医院' },
    ]);
    const queries = await write('q.jsonl', [
      { id: 'q1', query: '居住证怎么续签呀' },
      { id: 'q2', query: '哈哈' },
    ]);
    expect(await linesOf(faqPredict, { kb, queries, rest: [] })).toEqual([
      { id: 'q1', action: 'answer', entry: 'k1', confidence: expect.any(Number), top: ['k1'] },
      { id: 'q2', action: 'silent', entry: null, confidence: 0, top: [] },
    ]);
  });

  it('names the line that cannot be read', async () => {
    const kb = join(folder, 'bad.jsonl');
    await writeFile(kb, '{"id":"k1","question":"q","answer":null}\n{"id":2}\n');
    await expect(linesOf(faqPredict, { kb, queries: kb, rest: [] })).rejects.toThrow(/line 2/u);
  });
});

describe('decide predict', () => {
  it('labels each message and says whether the bot would speak at once', async () => {
    const messages = await write('m.jsonl', [
      { id: '1', text: '三号楼着火了' },
      { id: '2', text: '楼道灯坏了，麻烦修一下' },
      { id: '3', text: '收到' },
    ]);
    expect(await linesOf(decidePredict, { rest: [messages] })).toMatchObject([
      { id: '1', speak: true },
      { id: '2', label: 'request', speak: false },
      { id: '3', label: 'chatter', speak: false },
    ]);
  });
});

describe('replies predict', () => {
  const at = (minute: number) => `2026-11-24T01:0${minute}:00Z`;
  const rows = [
    { room: 'r', id: 'a', ts: at(0), sender: '李阿姨', text: '居住证在哪里续签？' },
    { room: 'r', id: 'b', ts: at(1), sender: '老张', text: '今天天气真不错啊' },
    { room: 'r', id: 'c', ts: at(2), sender: '王芳', text: '@李阿姨 到派出所去办', replyTo: ['b'] },
  ];

  it('finds the one who was mentioned, and does not look at the answers in the input', async () => {
    const messages = await write('c.jsonl', rows);
    const lines = await linesOf(repliesPredict, { rest: [messages] });
    expect(lines[2]).toEqual({ id: 'c', replyTo: ['a'], rule: 'mention', confidence: expect.any(Number) });
  });

  it('trusts the input with --quotes', async () => {
    const messages = await write('c.jsonl', rows);
    const lines = await linesOf(repliesPredict, { quotes: true, rest: [messages] });
    expect(lines[2]).toEqual({ id: 'c', replyTo: ['b'], rule: 'quote', confidence: 1 });
  });

  it('says why with --explain', async () => {
    const messages = await write('c.jsonl', rows);
    const lines = await linesOf(repliesPredict, { explain: true, rest: [messages] });
    expect(lines[0]).toMatchObject({ replyTo: [], because: [] });
    expect(lines[2]).toMatchObject({
      because: expect.arrayContaining([expect.stringMatching(/^\+.*: yes$/u)]),
    });
  });

  it('keeps rooms apart, whatever the order of their lines', async () => {
    const other = rows.map(row => ({ ...row, room: 's', id: `${row.id}2` }));
    const mixed = rows.flatMap((row, at) => [row, ...other.slice(at, at + 1)]);
    const lines = await linesOf(repliesPredict, { rest: [await write('m.jsonl', mixed)] });
    expect(lines[4]).toMatchObject({ id: 'c', replyTo: ['a'] });
    expect(lines[5]).toMatchObject({ id: 'c2', replyTo: ['a2'] });
  });
});
