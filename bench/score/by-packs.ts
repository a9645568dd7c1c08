import type { Db } from '../../db/connect.ts';
import { type PackedGroup, packsOfShard, shardsInUse } from '../../db/packs.ts';
import { dayFromNumber } from '../../src/analysis/day-number.ts';
import { measureCadreVoice } from '../../src/analysis/measures/m01-cadre-voice.ts';
import { measureHelp } from '../../src/analysis/measures/m02-help.ts';
import { measureActivity } from '../../src/analysis/measures/m03-activity.ts';
import { measureRegularity } from '../../src/analysis/measures/m05-regularity.ts';
import { measureOneWay } from '../../src/analysis/measures/m06-one-way.ts';
import { type DailyState, evaluateDays } from '../../src/analysis/state.ts';
import { lastMomentOf } from '../../src/analysis/weeks-to-score.ts';
import { windowEnding } from '../../src/analysis/window.ts';
import { openPack } from '../../src/packs/open-pack.ts';
import type { Six } from './six.ts';

const PAGE = 200;

/** Every packed group, as the nightly job reads them: shard by shard, page by page. */
export async function visitPacks(db: Db, visit: (group: PackedGroup) => void): Promise<void> {
  for (const shard of await shardsInUse(db)) {
    for (let after = ''; ; ) {
      const page = await packsOfShard(db, shard, after, PAGE);
      for (const group of page) visit(group);
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.id;
    }
  }
}

/** Where every group stood the night before, so that one new day is reckoned as every night. */
export const standingBefore = (lastDay: number): DailyState => ({
  day: dayFromNumber(lastDay - 1),
  state: 'healthy',
  since: dayFromNumber(lastDay - 40),
  raw: 'healthy',
  streak: 1,
});

/** M1 to M6 and the state of the last day of one pack; only the window is opened. */
export function sixOfPack(group: PackedGroup, lastDay: number, before: DailyState): Six | null {
  const asOf = lastMomentOf(dayFromNumber(lastDay));
  const timeline = openPack(group.pack, { asOf, group, sinceDay: lastDay - 29 });
  if (!timeline) return null;
  const window = windowEnding(timeline, lastDay);
  const standing = evaluateDays(timeline, lastDay, before).at(-1);
  const voice = measureCadreVoice(window);
  const help = measureHelp(window);
  const activity = measureActivity(window);
  const oneWay = measureOneWay(window, activity);
  return {
    messages: voice.messages,
    weeks: voice.weeks,
    needs: help.needs,
    help: help.help,
    memberMessages: activity.messages,
    speakers: activity.speakers,
    activeDays: activity.activeDays,
    longestGap: measureRegularity(window).longestGap,
    posts: oneWay.cadrePosts,
    bursts: oneWay.bursts,
    echoed: oneWay.echoedBursts,
    raw: standing?.raw ?? null,
  };
}

/** All groups from their packs. */
export async function scoreByPacks(db: Db, lastDay: number): Promise<Map<number, Six>> {
  const before = standingBefore(lastDay);
  const scored = new Map<number, Six>();
  await visitPacks(db, group => {
    const six = sixOfPack(group, lastDay, before);
    if (six) scored.set(Number(group.id), six);
  });
  return scored;
}
