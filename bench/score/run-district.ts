import { openDb } from '../../db/open.ts';
import { viewTimeline } from '../../src/analysis/analyze-group.ts';
import { dayFromNumber } from '../../src/analysis/day-number.ts';
import { evaluateDays } from '../../src/analysis/state.ts';
import { lastMomentOf } from '../../src/analysis/weeks-to-score.ts';
import { openPack } from '../../src/packs/open-pack.ts';
import { sixOfPack, standingBefore, visitPacks } from './by-packs.ts';

/*
 * A district on one thread, in a process of its own so that its memory is its own: `run-district.ts six|all <file> <last day>`.
 * Reading the packs from SQLite is in the time, writing scores is not.
 */
const [what = '', file = '', day = ''] = process.argv.slice(2);
const lastDay = Number(day);
const asOf = lastMomentOf(dayFromNumber(lastDay));
const before = standingBefore(lastDay);
const { db } = await openDb(file);
const states: Record<string, number> = {};
let [groups, findings] = [0, 0];
const [began, cpu] = [performance.now(), process.cpuUsage()];
await visitPacks(db, group => {
  groups++;
  if (what === 'six') {
    const raw = sixOfPack(group, lastDay, before)?.raw ?? 'none';
    states[raw] = (states[raw] ?? 0) + 1;
    return;
  }
  const timeline = openPack(group.pack, { asOf, group });
  if (!timeline) return;
  const standing = evaluateDays(timeline, lastDay, before).at(-1) ?? before;
  const { analysis } = viewTimeline(timeline, standing);
  findings += analysis.findings.length;
  states[standing.raw] = (states[standing.raw] ?? 0) + 1;
});
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    groups,
    findings,
    states,
    wallMs: performance.now() - began,
    cpuMs: (user + system) / 1000,
    rssMb: process.resourceUsage().maxRSS / 1024,
  }),
);
process.exit(0);
