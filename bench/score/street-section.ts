import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { columns } from '../shared/figures.ts';
import { runApart } from '../shared/run-apart.ts';
import { differing, type Six } from './six.ts';
import { writeStreet } from './write-street.ts';

const DAYS = 28;
const WAYS = ['objects', 'sql', 'packs'] as const;
type Way = (typeof WAYS)[number];
const Told = z.object({ wallMs: z.number(), cpuMs: z.number(), rssMb: z.number() });

const NAMES: Record<Way, string> = {
  objects: 'messages as JS objects, plain JS',
  sql: 'one SQL with window functions (no state)',
  packs: 'packs',
};

/**
 * M1 to M6 and the state of the night for groups of four weeks and 53 messages a day, by two peers over a table of messages
 * and by us over packs of the same messages. Every group's numbers are compared.
 */
export async function tellStreet(folder: string, size: { groups: number; lastDay: number }): Promise<void> {
  const files = { messages: join(folder, 'messages.sqlite'), packs: join(folder, 'packs.sqlite') };
  const { messages, packedBytes } = await writeStreet(files, { ...size, days: DAYS });
  const told = new Map(
    WAYS.map(way => {
      const file = way === 'packs' ? files.packs : files.messages;
      const words = [way, file, String(size.lastDay), join(folder, `${way}.json`)];
      return [way, runApart(new URL('./run-way.ts', import.meta.url), words, Told)] as const;
    }),
  );
  // Written by run-way.ts a moment ago.
  const sixes = (way: Way) =>
    new Map(JSON.parse(readFileSync(join(folder, `${way}.json`), 'utf8')) as [number, Six][]);
  const ours = told.get('packs');
  const ratio = (way: Way, of: 'wallMs' | 'cpuMs') =>
    ((told.get(way)?.[of] ?? 0) / (ours?.[of] ?? 1)).toFixed(1);
  const aDay = (messages / size.groups / DAYS).toFixed(0);
  console.log(
    `${size.groups} groups, ${DAYS} days, ${messages} messages (${aDay} a group and day); a pack is ${(packedBytes / size.groups / 1024).toFixed(1)} KiB`,
  );
  console.log(
    columns([
      ['M1-M6 and state', 'seconds', 'cpu s', 'x packs', 'x packs cpu', 'MB RSS', 'differ'],
      ...WAYS.map(way => [
        NAMES[way],
        ((told.get(way)?.wallMs ?? 0) / 1000).toFixed(2),
        ((told.get(way)?.cpuMs ?? 0) / 1000).toFixed(2),
        ratio(way, 'wallMs'),
        ratio(way, 'cpuMs'),
        (told.get(way)?.rssMb ?? 0).toFixed(0),
        way === 'packs' ? '-' : String(differing(sixes('packs'), sixes(way))),
      ]),
    ]),
  );
}
