import { dayNumberOf } from '../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { measureWindow } from '../../src/analysis/measure.ts';
import { evaluateDays } from '../../src/analysis/state.ts';
import { timelineOf } from '../../src/analysis/timeline.ts';
import { windowEnding } from '../../src/analysis/window.ts';
import type { Detector } from '../../src/detectors/define.ts';
import { addDays } from '../../src/time.ts';
import { AS_OF, FIRST_DAY, historyOf, LAST_DAY, type Script } from './communities.ts';

/** What one detector says of a script on its last day. */
export function detectIn(detector: Detector, script: Script, more: Partial<GroupHistory> = {}) {
  const window = windowEnding(
    timelineOf(historyOf(script, more), AS_OF),
    dayNumberOf(addDays(FIRST_DAY, LAST_DAY)),
  );
  const standing = evaluateDays(window.timeline, window.lastDay).at(-1) ?? null;
  return detector.detect(window, measureWindow(window), standing);
}
