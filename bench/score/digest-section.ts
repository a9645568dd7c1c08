import { drawDigest } from '../../draw-digest.ts';
import { viewGroup } from '../../src/analysis/analyze-group.ts';
import { dayFromNumber } from '../../src/analysis/day-number.ts';
import { lastMomentOf, weeksUpTo } from '../../src/analysis/weeks-to-score.ts';
import { composeDigest, type DigestInput } from '../../src/digest.ts';
import { addDays } from '../../src/time.ts';
import { ms, quantile } from '../shared/figures.ts';
import { variantOf } from './district.ts';

const GROUPS = 12;
const ROUNDS = 20;

/** A leader's week of twelve groups of the district. */
function weekOfGroups(lastDay: number): DigestInput {
  const asOf = lastMomentOf(dayFromNumber(lastDay));
  const groups = Array.from({ length: GROUPS }, (_, at) => {
    const { analysis } = viewGroup(variantOf(at * 8, asOf.getTime()).history, asOf);
    return { ...analysis, name: `第${at + 1}邻里群` };
  });
  const weeks = weeksUpTo(dayFromNumber(lastDay)).map(({ week }) => week);
  return {
    leaderId: 'l',
    unitName: '街道',
    week: weeks[0] ?? '',
    href: null,
    isLate: false,
    groups,
    previous: groups,
    history: groups.map(({ groupId, state }) => ({
      groupId,
      weeks: weeks.toReversed().map(week => ({ week, state })),
    })),
    helped: { persons: 31, byLine: [{ line: 'rights', persons: 12 }], volunteers: 4 },
    openTickets: 7,
    overdue: [],
    straightUp: [],
    improvements: { open: 2, overdue: 1 },
    praise: [],
    themes: [],
  };
}

/** Text and PNG of one leader's Monday, warm. */
export async function tellDigest(lastDay: number): Promise<void> {
  const input = weekOfGroups(lastDay);
  const monday = new Date(lastMomentOf(addDays(dayFromNumber(lastDay), 1)).getTime() - 15 * 3_600_000);
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    bytes = (await drawDigest(composeDigest(input, monday))).byteLength;
    if (round >= 3) times.push(performance.now() - began);
  }
  console.log(
    `\na digest of ${GROUPS} groups with its PNG (${(bytes / 1024).toFixed(0)} KiB), warm: median ${ms(quantile(times, 0.5))} ms, p95 ${ms(quantile(times, 0.95))} ms of ${times.length}`,
  );
}
