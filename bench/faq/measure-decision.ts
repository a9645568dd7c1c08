import { readModels } from '../../cli/content.ts';
import { decideAlone } from '../../src/decide-alone.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { createChance } from '../shared/chance.ts';
import { quantile } from '../shared/figures.ts';
import { type MessageRow, readSharedData } from '../shared/shared-data.ts';
import { makeBase } from './sizes.ts';
import { residentMb, timeEach } from './time-each.ts';

/*
 * A process of its own measures whole decisions with a base of one size: `measure-decision.ts <size> [furnished]`; prints
 * one JSON line.
 */
const MESSAGES = 1000;
const CHATTER = 0.85;
const WARM_UP = 200;

/** Messages as a group has them: mostly chatter; the same every time. */
function mix(messages: readonly MessageRow[], count: number): string[] {
  const chance = createChance(5);
  const shuffled = [...messages];
  chance.shuffle(shuffled);
  const chatter = shuffled.filter(row => row.label === 'chatter').slice(0, Math.round(count * CHATTER));
  const needs = shuffled.filter(row => row.label !== 'chatter').slice(0, count - chatter.length);
  const mixed = [...chatter, ...needs].map(row => row.text);
  chance.shuffle(mixed);
  return mixed;
}

/** Node, tsx, jieba's dictionary and all modules. */
const loadedMs = performance.now();
const [, , size = '', furniture] = process.argv;
const data = await readSharedData();
if (data) {
  const { entries } = makeBase(data, Number(size), furniture === 'furnished' ? 'furnished' : 'plain');
  const before = residentMb();
  const worked = process.cpuUsage();
  const began = performance.now();
  const models = await readModels();
  const modelsMs = performance.now() - began;
  const understanding = createUnderstanding({ faq: entries, models });
  const startMs = performance.now() - began;
  const { user, system } = process.cpuUsage(worked);
  const startCpuMs = (user + system) / 1000;
  const memoryMb = residentMb() - before;
  const messages = mix(data.messages, MESSAGES + WARM_UP);
  const taken = timeEach(
    messages.slice(WARM_UP),
    messages.slice(0, WARM_UP),
    text => decideAlone(understanding, text).decision,
  );
  const times = taken.map(each => each.ms);
  const cpuP95 = quantile(
    taken.map(each => each.cpuMs),
    0.95,
  );
  const [p50, p95, worst] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1)];
  console.log(
    JSON.stringify({
      count: times.length,
      p50,
      p95,
      cpuP95,
      worst,
      loadedMs,
      modelsMs,
      startMs,
      startCpuMs,
      memoryMb,
    }),
  );
}
