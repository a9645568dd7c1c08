import { METRICS_VERSION } from '../analysis/group-analysis.ts';

/**
 * 定义: what one number or finding means, as data: shown behind every number, printed by `explain`, and docs/metrics.md.
 * In `formula` and `worry` a limit is written `[cadreVoice.silentBelow]`, or `[relay.share%]` as a share, and is read from
 * THRESHOLDS, so that text and program cannot part. In `ofGroup` and `ofUnit` a value is written `{messages}` or `{share%}`.
 */
export interface Definition {
  /** `M1` … `M20`, `R I E C S T`, or the name of a detector. */
  id: string;
  name: string;
  /** One plain sentence for a leader. */
  says: string;
  /** What must not be read out of it. */
  saysNot: string;
  /** From when on it needs care. */
  worry: string;
  act: string;
  formula: string;
  /** The formula with the numbers put in; null where the rows themselves are the answer. */
  ofGroup: string | null;
  ofUnit: string | null;
  /** Which sentence of the speech, which standard, which paper. */
  source: string;
  /** Measures whose rows stand behind it; its own where there are none. */
  restsOn: readonly string[];
  version: string;
}

/** The mould: one entry in this folder per number; a test asks for every measure, dimension and detector. */
export const defineTerm = (
  term: Omit<Definition, 'version' | 'ofGroup' | 'ofUnit' | 'restsOn'> &
    Partial<Pick<Definition, 'ofGroup' | 'ofUnit' | 'restsOn'>>,
): Definition => ({ ofGroup: null, ofUnit: null, restsOn: [], ...term, version: METRICS_VERSION });

/** The definition of a finding; its name is the title of its detector. */
export type FindingTerm = Omit<Definition, 'name'>;

/** The mould for detectors. */
export const defineFindingTerm = (
  term: Omit<FindingTerm, 'version' | 'ofGroup' | 'ofUnit' | 'restsOn'> &
    Partial<Pick<FindingTerm, 'restsOn'>>,
): FindingTerm => ({ ofGroup: null, ofUnit: null, restsOn: [], ...term, version: METRICS_VERSION });
