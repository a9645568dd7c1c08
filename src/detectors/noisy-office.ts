import { chanceOfRise } from '../analysis/chance-of-rise.ts';
import { startOfDayNumber } from '../analysis/day-number.ts';
import { respondersIn } from '../analysis/responders.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { coverageOf, type GroupWindow, rowsWithin } from '../analysis/window.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { unansweredIn } from './unanswered.ts';

const LIMIT = THRESHOLDS.noisyOffice;

/** The spans compared, the latest first, as first and last day numbers. */
const spansOf = ({ lastDay }: GroupWindow) =>
  Array.from({ length: LIMIT.spansBefore + 1 }, (_, back) => ({
    firstDay: lastDay - LIMIT.days * (back + 1) + 1,
    lastDay: lastDay - LIMIT.days * back,
  }));

/** Posts of the latest span and the mean of those before; null while no rise beyond chance is seen. */
function riseOf(window: GroupWindow): { posts: number; before: number } | null {
  const counts = spansOf(window).map(
    span => rowsWithin(window.timeline.cadrePosts, span.firstDay, span.lastDay).length,
  );
  const [posts = 0, ...earlier] = counts;
  const all = earlier.reduce((sum, count) => sum + count, 0);
  const before = all / LIMIT.spansBefore;
  if (posts < LIMIT.leastPosts || posts < before * LIMIT.rise) return null;
  const chance = chanceOfRise(posts, all, 1 / (LIMIT.spansBefore + 1));
  return chance <= LIMIT.chance ? { posts, before } : null;
}

/** 机关热闹群众没反应: half as many posts again as in the 8 weeks before, and no more members who respond. */
export const noisyOffice = defineDetector({
  name: 'noisy-office',
  title: '通知多了，应的人没多',
  quotation: { number: 'F11', words: '机关里热热闹闹、群众中却没什么反应' },
  severity: 'warn',
  seesExempt: true,
  detect(window) {
    const { timeline, lastDay, day } = window;
    const from = startOfDayNumber(lastDay - LIMIT.days * (LIMIT.spansBefore + 1) + 1);
    const isSeen = coverageOf({ ...window, from }) >= THRESHOLDS.unknown.leastCoverage;
    if (!timeline.hasCadre || !isSeen) return 'no-data';
    const rise = riseOf(window);
    if (rise === null) return null;
    const [responders = 0, ...earlier] = spansOf(window).map(
      span => respondersIn(timeline, span.firstDay, span.lastDay).size,
    );
    const respondersBefore = earlier.reduce((sum, count) => sum + count, 0) / LIMIT.spansBefore;
    if (responders > respondersBefore) return null;
    const { posts, before } = rise;
    const isOffice = timeline.history.group.kind !== 'grassroots';
    const waiting = unansweredIn(window);
    const act = isOffice
      ? `${actDay(day)}挑一条带到群众的群里当面问`
      : waiting.length > 0
        ? `${actDay(day)}先回等着的${waiting.length}件再发通知`
        : `${actDay(day)}少发一条，当面问三五位要什么`;
    const where = isOffice ? '机关群里' : '干部';
    return {
      evidence: {
        posts,
        postsBefore: before,
        responders,
        respondersBefore,
        unanswered: isOffice ? 0 : waiting.length,
      },
      prescription: `28天${where}发${posts}条，此前平均${before}条；应的${responders}人，此前${respondersBefore}人。${act}。`,
    };
  },
});
