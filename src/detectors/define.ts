import type { Finding, Severity } from '../analysis/group-analysis.ts';
import type { Measured } from '../analysis/measure.ts';
import type { Standing } from '../analysis/state.ts';
import type { GroupWindow } from '../analysis/window.ts';

/** What a detector found; `severity` may be less than the mould's where the case is milder. */
export type Found = Pick<Finding, 'evidence' | 'prescription'> & { severity?: Severity };

/** 检测项: one failure that the speech names, as a rule over a window. */
export interface Detector {
  name: string;
  /** In Chinese, as the pages head it. */
  title: string;
  /** The number in mission.md and the words of the speech it answers. */
  quotation: { number: string; words: string };
  severity: Severity;
  /** Looks at exempt groups (office, notice) as well; F8 and F11 only. */
  seesExempt?: boolean;
  /** `standing` is the state after hysteresis; null before the first observed day. */
  detect(
    window: GroupWindow,
    measured: Measured,
    standing: Standing | null,
  ): Omit<Finding, 'detector'> | null | 'no-data';
}

/**
 * The mould. To add a detector: one file with `defineDetector`, one line in index.ts, one fixture that must be found
 * and one look-alike that must not. `detect` gives null when all is well and 'no-data' when it cannot know.
 * The prescription is Chinese, at most 60 characters, says what to do and on which day, and blames nobody.
 */
export function defineDetector(
  mould: Omit<Detector, 'detect'> & {
    detect(window: GroupWindow, measured: Measured, standing: Standing | null): Found | null | 'no-data';
  },
): Detector {
  return {
    ...mould,
    detect(window, measured, standing) {
      const found = mould.detect(window, measured, standing);
      return found === null || found === 'no-data' ? found : { severity: mould.severity, ...found };
    },
  };
}
