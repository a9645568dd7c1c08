import type { MeasureValues } from '../analysis/group-analysis.ts';
import type { Definition } from '../definitions/define.ts';
import { withLimits, withValues } from '../definitions/fill.ts';
import type { Row } from './define.ts';

/** What stands behind one number of a group or a unit: for `explain`, and for the link behind every number on a page. */
export interface Explanation {
  of: 'group' | 'unit';
  id: string;
  name: string;
  /** The measure, dimension or detector. */
  measure: string;
  /** The version of the definitions. */
  metrics: string;
  /** Days; rows may reach further back where the definition does. */
  from: string;
  to: string;
  definition: { name: string; says: string; saysNot: string; worry: string; formula: string; source: string };
  /** The formula with the numbers put in; null where the rows themselves are the answer. */
  numbers: string | null;
  /** The number itself, by the names of its parts; null where it is unknown. */
  value: MeasureValues | null;
  rows: Row[];
}

/** A definition with its limits put in, as it is shown. */
export const shownDefinition = ({
  name,
  says,
  saysNot,
  worry,
  formula,
  source,
}: Definition): Explanation['definition'] => ({
  name,
  says,
  saysNot,
  worry: withLimits(worry),
  formula: withLimits(formula),
  source,
});

/** The formula with the numbers put in, in words. */
export const numbersOf = (template: string | null, value: MeasureValues | null): string | null =>
  template === null || value === null ? null : withValues(withLimits(template), value);
