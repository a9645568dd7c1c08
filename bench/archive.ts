import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSentences } from '../cli/content.ts';
import { runProgram, type Usage } from './archive/run-command.ts';
import { writeWithFacts } from './archive/with-facts.ts';
import { type Written, writeExport } from './archive/write-export.ts';
import { columns } from './shared/figures.ts';

/*
 * A ChatLab export of one large group through `archive convert` and `analyze`, the real commands in processes of their own, so
 * that starting is counted and the memory is theirs; then the same archive with facts, as our own exports carry them. Beside them,
 * in the same run, what reading the file costs at least, and the program that one would write first. 100,000 messages;
 * a million with `npx tsx bench/archive.ts --full`. Read it on a quiet machine.
 */
const MESSAGES = process.argv.includes('--full') ? 1_000_000 : 100_000;
const NAIVE_MESSAGES = 3_000;
const PARSE_ONLY = 'bench/archive/parse-only.ts';
const NAIVE = 'bench/archive/naive.ts';

const round = (value: number): string => Math.round(value).toLocaleString('en');

interface Measured {
  name: string;
  messages: number;
  usage: Usage;
}

function tableOf(measured: readonly Measured[], peers: readonly Measured[]): string {
  const rates = (of: readonly Measured[]) => of.map(({ messages, usage }) => messages / usage.seconds);
  const [bare = 1, naive = 1] = rates(peers);
  const rows = [...measured, ...peers].map(({ name, messages, usage: { seconds, rssMb, cpuSeconds } }) => {
    const rate = messages / seconds;
    return [
      name,
      round(rate),
      seconds.toFixed(1),
      cpuSeconds.toFixed(1),
      round(rssMb),
      (rate / bare).toFixed(2),
      (rate / naive).toFixed(1),
    ];
  });
  return columns([['', 'messages/s', 's', 'CPU s', 'peak RSS MB', '÷ parse only', '÷ naive'], ...rows]);
}

const together = (one: Usage, other: Usage): Usage => ({
  seconds: one.seconds + other.seconds,
  cpuSeconds: one.cpuSeconds + other.cpuSeconds,
  rssMb: Math.max(one.rssMb, other.rssMb),
});

const describe = ({ messages, texts, distinct, characters }: Written): string =>
  `${round(messages)} messages, ${round(texts)} of them text, ${round(distinct)} different texts, ${characters.toFixed(1)} characters each; load ${loadavg()[0]?.toFixed(2)}`;

const folder = mkdtempSync(join(tmpdir(), 'nuanqun-archive-'));
try {
  const [chat, archive, facts] = ['chat.jsonl', 'archive.jsonl', 'facts.jsonl'].map(name =>
    join(folder, name),
  );
  if (!chat || !archive || !facts) throw new Error('no names');
  console.log(describe(await writeExport(chat, MESSAGES, await readSentences())));
  const run = (program: string, ...words: string[]) => runProgram(folder, program, words);
  const converted = run('nuanqun.ts', 'archive', 'convert', chat, '--out', archive);
  const analysed = run('nuanqun.ts', 'analyze', archive, '--json');
  await writeWithFacts(archive, facts);
  const labelled = run('nuanqun.ts', 'analyze', facts, '--json');
  const whole = (name: string, usage: Usage): Measured => ({ name, messages: MESSAGES, usage });
  const peers = [
    whole('parse only: readline, JSON.parse', run(PARSE_ONLY, chat)),
    {
      name: `naive: objects, natural (${round(NAIVE_MESSAGES)})`,
      messages: NAIVE_MESSAGES,
      usage: run(NAIVE, chat, String(NAIVE_MESSAGES)),
    },
  ];
  const measured = [
    whole('archive convert', converted),
    whole('analyze', analysed),
    whole('both', together(converted, analysed)),
    whole('analyze, labels carried', labelled),
    whole('both, labels carried', together(converted, labelled)),
  ];
  console.log(tableOf(measured, peers));
} finally {
  rmSync(folder, { recursive: true });
}
