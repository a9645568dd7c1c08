import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openDb } from '../../db/open.ts';
import { scoreByObjects } from './by-objects.ts';
import { scoreByPacks } from './by-packs.ts';
import { scoreBySql } from './by-sql.ts';
import type { Six } from './six.ts';

/*
 * One way of scoring, in a process of its own so that its memory is its own; twice, of which the better time is told: reading
 * the rows from SQLite is in it, writing scores is not. `run-way.ts objects|sql|packs <file> <last day> <where to write the sixes>`
 */
const [way = '', file = '', lastDay = '', out = ''] = process.argv.slice(2);
const day = Number(lastDay);

async function openWay(): Promise<() => Promise<Map<number, Six>>> {
  if (way === 'packs') {
    const { db } = await openDb(file);
    return () => scoreByPacks(db, day);
  }
  const raw = new Database(file, { readonly: true });
  const score = way === 'sql' ? scoreBySql : scoreByObjects;
  return async () => score(raw, day);
}

const score = await openWay();
let best = { wallMs: Number.POSITIVE_INFINITY, cpuMs: Number.POSITIVE_INFINITY };
for (let round = 0; round < 2; round++) {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const sixes = await score();
  const { user, system } = process.cpuUsage(cpu);
  best = {
    wallMs: Math.min(best.wallMs, performance.now() - began),
    cpuMs: Math.min(best.cpuMs, (user + system) / 1000),
  };
  if (round === 0) writeFileSync(out, JSON.stringify([...sixes]));
}
console.log(JSON.stringify({ ...best, rssMb: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
