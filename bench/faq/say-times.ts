import { z } from 'zod';
import { columns, ms } from '../shared/figures.ts';
import { FINDERS } from './finders.ts';
import { runApart } from './run-apart.ts';
import { type Furniture, SIZES } from './sizes.ts';

const decisionSchema = z.object({
  count: z.number(),
  p50: z.number(),
  p95: z.number(),
  cpuP95: z.number(),
  worst: z.number(),
  loadedMs: z.number(),
  modelsMs: z.number(),
  startMs: z.number(),
  startCpuMs: z.number(),
  memoryMb: z.number(),
});
const finderSchema = z.object({
  count: z.number(),
  p50: z.number(),
  p95: z.number(),
  buildMs: z.number(),
  memoryMb: z.number(),
});

/** The bars for the 95th percentile of a decision and for a start, in milliseconds; none where nothing is asked. */
const BARS: Readonly<Record<string, { p95: number; startMs?: number }>> = {
  '1000 plain': { p95: 6 },
  '10000 plain': { p95: 10, startMs: 2000 },
};
const BASES: readonly (readonly [size: number, furniture: Furniture])[] = [
  ...SIZES.map(size => [size, 'plain'] as const),
  [10_000, 'furnished'],
];

const against = (value: number, bar: number | undefined): string =>
  bar === undefined ? 'no bar' : `<= ${bar} ${value <= bar ? 'met' : 'MISSED'}`;

/** The whole decision (class, entries, emergency, sensitive, decide) and a start, at every size. */
export function sayDecisions(): string {
  const rows = [
    [
      'entries',
      'p50 ms',
      'p95 ms',
      'bar',
      'worst',
      'start ms',
      'bar',
      'its CPU',
      'of it models',
      'before it',
      'MB',
    ],
  ];
  for (const [size, furniture] of BASES) {
    const measured = runApart('measure-decision.ts', [String(size), furniture], decisionSchema);
    const bar = BARS[`${size} ${furniture}`];
    rows.push([
      `${size}${furniture === 'furnished' ? ' furnished' : ''}`,
      ms(measured.p50),
      ms(measured.p95),
      against(measured.p95, bar?.p95),
      ms(measured.cpuP95),
      ms(measured.worst),
      ms(measured.startMs),
      against(measured.startMs, bar?.startMs),
      ms(measured.startCpuMs),
      ms(measured.modelsMs),
      ms(measured.loadedMs),
      measured.memoryMb.toFixed(0),
    ]);
  }
  const notes = [
    'Whole decision about one message, 1,000 messages of which 85 % are chatter, after 200 to warm up; a process each.',
    'Start: reading the models and building the index; before it: Node, tsx, jieba, modules. MB: growth of resident memory.',
    'Its CPU: the same in time of the processors (threads of Node too), which a busy machine changes less.',
    'Entries are real sentences of the shared sets; beyond some 12,000 the half of one before the half of another.',
    'Furnished: every entry with two phrasings and an answer of 90 characters.',
  ];
  return `\n${notes.join('\n')}\n${columns(rows)}`;
}

/** Milliseconds a question, ours and the others, as ratios too. */
export function sayFinders(): string {
  const rows = [['', 'entries', 'p50 ms', 'p95 ms', 'p50/ours', 'p95/ours', 'asked', 'build ms', 'MB']];
  for (const size of SIZES) {
    let ours: { p50: number; p95: number } | undefined;
    for (const { name } of FINDERS) {
      const measured = runApart('measure-finder.ts', [name, String(size)], finderSchema);
      const { p50, p95, count, buildMs, memoryMb } = measured;
      ours ??= measured;
      const ratios = [p50 / ours.p50, p95 / ours.p95].map(ratio => `x${ratio.toFixed(2)}`);
      rows.push([
        name,
        String(size),
        ms(p50),
        ms(p95),
        ...ratios,
        String(count),
        ms(buildMs),
        memoryMb.toFixed(0),
      ]);
    }
  }
  const note = 'One question to the index alone; a process each; slow ones are asked fewer questions.';
  return `\n${note}\n${columns(rows)}`;
}
