import { dayFromNumber } from '../../src/analysis/day-number.ts';
import { lastMomentOf, weeksUpTo } from '../../src/analysis/weeks-to-score.ts';
import { packHistory } from '../../src/packs/pack-history.ts';
import { variantOf } from './district.ts';

/** The packs of so many different groups, with what they are made of. */
export function packVariants(variants: number, lastDay: number) {
  const day = dayFromNumber(lastDay);
  const end = lastMomentOf(day).getTime();
  let [messages, packedBytes, packMs] = [0, 0, 0];
  const packs: { size: number; pack: Uint8Array }[] = [];
  for (let variant = 0; variant < variants; variant++) {
    // A hundred variants hold every habit as often as it is lived.
    const one = variantOf(variant, end);
    const began = performance.now();
    const pack = packHistory(one.history, day);
    packMs += performance.now() - began;
    messages += one.messages;
    packedBytes += pack.byteLength;
    packs.push({ size: one.history.group.size, pack });
  }
  return {
    packs,
    aDay: messages / variants / 104,
    packKib: packedBytes / variants / 1024,
    packMs: packMs / variants,
  };
}

/** Where every group stood the night before, and that the weeks before are scored: what a night finds. */
export const nightSql = (lastDay: number, scoredAt: string): string[] => [
  `insert into standings (group_id, metrics, day, state, since, raw, streak)
     select id, '1', '${dayFromNumber(lastDay - 1)}', 'healthy', '${dayFromNumber(lastDay - 40)}', 'healthy', 1 from groups`,
  ...weeksUpTo(dayFromNumber(lastDay))
    .slice(1)
    .map(
      ({ week }) => `insert into scores (group_id, week, metrics, analysis, scored_at)
        select id, '${week}', '1', '{}', ${scoredAt} from groups`,
    ),
];
