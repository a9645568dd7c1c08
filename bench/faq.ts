import { cpus, loadavg } from 'node:os';
import { FINDERS } from './faq/finders.ts';
import { sayDecisions, sayFinders } from './faq/say-times.ts';
import { scoreFinders } from './faq/score-finder.ts';
import { columns } from './shared/figures.ts';
import { NO_SHARED_DATA, readSharedData, type SharedData, withoutBq } from './shared/shared-data.ts';

/*
 * Finding the entry that is meant, beside what else one could take for it, in one run on one machine: how often it is found,
 * how long it takes at three sizes, and what the whole decision about a message costs. Read times as ratios: the machine
 * may be busy. `nuanqun bench faq`
 */
const HEAD = ['', 'P@1', 'MRR@10', 'questions'];

async function sayQuality(name: string, data: SharedData): Promise<string> {
  const rows = await scoreFinders(FINDERS, data);
  return `\nFound, ${name}: ${data.kb.length} entries\n${columns([HEAD, ...rows])}`;
}

async function main(): Promise<void> {
  const data = await readSharedData();
  if (!data) return console.log(NO_SHARED_DATA);
  const load = loadavg().map(each => each.toFixed(1));
  console.log(`Node ${process.version}, ${cpus().length} cores, load before this run ${load.join(' ')}`);
  console.log(sayDecisions());
  console.log(sayFinders());
  console.log(await sayQuality('whole base', data));
  console.log(await sayQuality('without bq', withoutBq(data)));
}

await main();
