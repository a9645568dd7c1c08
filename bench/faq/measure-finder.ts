import { quantile } from '../shared/figures.ts';
import { readSharedData } from '../shared/shared-data.ts';
import { FINDERS } from './finders.ts';
import { makeBase } from './sizes.ts';
import { residentMb, timeEach } from './time-each.ts';

/* A process of its own measures one finder at one size: `measure-finder.ts <name> <size>`; prints one JSON line. */
const TOP = 10;
const WARM_UP = 100;

const [, , name = '', size = ''] = process.argv;
const finder = FINDERS.find(each => each.name === name);
const data = await readSharedData();
if (finder && data) {
  const { entries, asked } = makeBase(data, Number(size), 'plain');
  const before = residentMb();
  const began = performance.now();
  const find = await finder.open(entries);
  const buildMs = performance.now() - began;
  const memoryMb = residentMb() - before;
  const count = finder.timed[Number(size)] ?? 0;
  const warmUp = asked.slice(-Math.min(WARM_UP, Math.ceil(count / 4)));
  const times = timeEach(asked.slice(0, count), warmUp, text => find(text, TOP)).map(taken => taken.ms);
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  console.log(JSON.stringify({ count, p50, p95, buildMs, memoryMb }));
}
