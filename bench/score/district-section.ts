import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDb } from '../../db/open.ts';
import { packsOfShard, shardsInUse } from '../../db/packs.ts';
import { scoreGroups } from '../../db/score-groups.ts';
import { dayFromNumber, startOfDayNumber } from '../../src/analysis/day-number.ts';
import { columns } from '../shared/figures.ts';
import { runApart } from '../shared/run-apart.ts';
import { nightSql, packVariants } from './write-district.ts';
import { openPackWriter } from './write-street.ts';

/** Different groups; the rest are copies of them under ids of their own. */
const VARIANTS = 3000;
const A_TRANSACTION = 5000;
/** So many are scored and written as the job does it. */
const WRITTEN = 4000;

const Told = z.object({
  groups: z.number(),
  findings: z.number(),
  states: z.record(z.string(), z.number()),
  wallMs: z.number(),
  cpuMs: z.number(),
  rssMb: z.number(),
});

async function writeDistrict(file: string, groups: number, lastDay: number) {
  const { packs, ...told } = packVariants(Math.min(VARIANTS, groups), lastDay);
  const writer = await openPackWriter(file, dayFromNumber(lastDay));
  for (let from = 0; from < groups; from += A_TRANSACTION) {
    writer.raw.transaction(() => {
      for (let at = from; at < Math.min(groups, from + A_TRANSACTION); at++) {
        const variant = packs[at % packs.length];
        if (variant) writer.write(String(at), variant.size, variant.pack);
      }
    })();
  }
  writer.raw.close();
  return told;
}

/** Microseconds a group of the job itself: packs read, everything reckoned, scores, findings and standings written. */
async function timeNight(file: string, groups: number, lastDay: number): Promise<number> {
  await writeDistrict(file, groups, lastDay);
  const open = await openDb(file);
  const now = new Date(startOfDayNumber(lastDay + 1) + 3_600_000);
  const night = nightSql(lastDay, String(now.getTime()));
  await open.exclusively(async raw => {
    for (const sql of night) await raw.run(sql);
  });
  const began = performance.now();
  let scored = 0;
  for (const shard of await shardsInUse(open.db)) {
    const page = await packsOfShard(open.db, shard, '', 200);
    scored += await scoreGroups(open.db, page, { yesterday: dayFromNumber(lastDay), now });
  }
  const spent = performance.now() - began;
  await open.close();
  return (1000 * spent) / scored;
}

/** Everything of a country's groups on one thread, as every night. */
export async function tellDistrict(folder: string, size: { groups: number; lastDay: number }): Promise<void> {
  const file = join(folder, 'district.sqlite');
  const { aDay, packKib, packMs } = await writeDistrict(file, size.groups, size.lastDay);
  const run = (what: string) =>
    runApart(new URL('./run-district.ts', import.meta.url), [what, file, String(size.lastDay)], Told);
  const [six, all] = [run('six'), run('all')];
  rmSync(file);
  const night = await timeNight(join(folder, 'night.sqlite'), WRITTEN, size.lastDay);
  console.log(
    `\n${size.groups} groups (${Math.min(VARIANTS, size.groups)} different ones), 104 days packed, ${aDay.toFixed(0)} messages a group and day; a pack is ${packKib.toFixed(1)} KiB and made from its day rows in ${packMs.toFixed(1)} ms`,
  );
  const row = (name: string, { groups, wallMs, cpuMs, rssMb }: z.output<typeof Told>) => [
    name,
    ...[wallMs / 1000, cpuMs / 1000].map(seconds => seconds.toFixed(1)),
    ((1000 * wallMs) / groups).toFixed(0),
    ((wallMs / groups) * 900).toFixed(0),
    rssMb.toFixed(0),
  ];
  console.log(
    columns([
      ['on one thread', 'seconds', 'cpu s', 'us a group', 's for 900,000', 'MB RSS'],
      row('M1-M6 and state', six),
      row('all measures and detectors', all),
    ]),
  );
  const shares = Object.entries(all.states).map(
    ([state, count]) => `${state} ${((100 * count) / all.groups).toFixed(0)} %`,
  );
  console.log(
    `${(all.findings / all.groups).toFixed(1)} findings a group; ${shares.join(', ')}; with scores, findings and standings written as the job does it: ${night.toFixed(0)} us a group (of ${WRITTEN})`,
  );
}
