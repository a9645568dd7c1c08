import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayNumberOf } from '../src/analysis/day-number.ts';
import { tellDigest } from './score/digest-section.ts';
import { tellDistrict } from './score/district-section.ts';
import { tellShared } from './score/share-section.ts';
import { tellStreet } from './score/street-section.ts';

/*
 * How fast groups are scored. Ten thousand groups of four weeks against messages as JS objects and against one SQL; a
 * district of many groups on one thread, M1 to M6 with the state and then everything; a leader's digest with its picture.
 * A tenth of the first and a hundredth of the second by default; all of it with `npx tsx bench/score.ts --full`.
 * Read it on a quiet machine; seconds of the processor are told beside those of the clock.
 */
const IS_FULL = process.argv.includes('--full');
const LAST_DAY = dayNumberOf('2026-11-22');

const load = loadavg().map(each => each.toFixed(1));
console.log(`Node ${process.version}, ${cpus().length} cores, load before this run ${load.join(' ')}`);
const folder = mkdtempSync(join(tmpdir(), 'nuanqun-score-'));
try {
  await tellStreet(folder, { groups: IS_FULL ? 10_000 : 1000, lastDay: LAST_DAY });
  await tellDistrict(folder, { groups: IS_FULL ? 900_000 : 9000, lastDay: LAST_DAY });
  await tellShared({ groups: IS_FULL ? 90_000 : 9000, lastDay: LAST_DAY });
  await tellDigest(LAST_DAY);
} finally {
  rmSync(folder, { recursive: true });
}
