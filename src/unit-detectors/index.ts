import type { UnitDetector } from './define.ts';
import { unitImbalance } from './unit-imbalance.ts';

/** Every detector of units, in the order in which findings of equal gravity are shown. */
export const unitDetectors: readonly UnitDetector[] = [unitImbalance];
