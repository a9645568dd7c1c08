import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../cli/commands/define.ts';
import { commands } from '../../cli/commands/index.ts';
import { noWords } from '../../cli/commands/words.ts';
import { runCommand } from '../../cli/main.ts';
import { Failure } from '../../src/errors.ts';
import { run } from './run.ts';

const says = (name: string, act: () => Promise<void>) =>
  defineCommand({
    name,
    usage: name,
    summary: name,
    options: {},
    input: z.object({ rest: noWords }),
    run: act,
  });

test('the help names every command, and an unknown one is met with the nearest', async () => {
  const help = await run([]);
  expect(help.code).toBe(0);
  for (const command of commands) expect(help.out).toContain(command.usage);
  const wrong = await run(['archive', 'chek']);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('archive check');
});

test('wrong usage exits 2 and shows the usage', async () => {
  for (const argv of [
    ['archive', 'check'],
    ['analyze', 'x', '--as-if', '1'],
    ['digest', 'x', '--week', '2026-47'],
  ]) {
    const { code, out, err } = await run(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('usage: nuanqun');
  }
});

test('a refusal exits 1 with its sentence, a bug exits 1 with where it happened', async () => {
  const refuses = says('no', () => Promise.reject(new Failure('no-such-group', 'there is no such group')));
  expect(await run(['no'], { commands: [refuses] })).toMatchObject({
    code: 1,
    err: 'there is no such group\n',
  });
  const breaks = says('bug', () => Promise.reject(new Error('broken')));
  const { code, err } = await run(['bug'], { commands: [breaks] });
  expect(code).toBe(1);
  expect(err).toContain('Error: broken');
});

test('a reader that goes away is no error', async () => {
  const gone = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  gone.on('error', () => undefined);
  const err = new Writable({ write: (_chunk, _encoding, done) => done() });
  const io = { out: gone, err, env: {}, folder: '/', clock: { now: () => new Date(0) } };
  const roots = { demo: async () => undefined, start: async () => undefined, replay: async () => undefined };
  expect(await runCommand(['roster', 'template'], io, roots)).toBe(0);
});

test('demo, start and replay are handed to the programs with what was typed', async () => {
  const asked: unknown[] = [];
  const take = async ({ io: _, ...options }: { io: unknown }) => void asked.push(options);
  const roots = { demo: take, start: take, replay: take };
  const { folder } = await run(['demo', '--port', '0', '--data', 'd'], { roots });
  await run(['start'], { roots });
  await run(['replay', '/m.jsonl', '--groups', '3', '--json'], { roots });
  expect(asked).toEqual([
    { port: 0, dataDir: join(folder, 'd'), archive: undefined },
    {},
    { messages: '/m.jsonl', faq: undefined, groups: 3, json: true },
  ]);
});

test('every file of cli/commands is listed once', () => {
  const files = readdirSync(join(import.meta.dirname, '../../cli/commands'));
  const names = files
    .map(file => file.replace('.ts', ''))
    .filter(name => !['define', 'index', 'words'].includes(name));
  expect(commands.map(command => command.name.replace(' ', '-')).sort()).toEqual(names.sort());
});
