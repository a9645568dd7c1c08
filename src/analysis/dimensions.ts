import type { Dimensions } from './group-analysis.ts';
import type { Measured } from './measure.ts';
import { solvingOf } from './measures/solving.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { GroupWindow } from './window.ts';

/** Weights of I; what is unknown is left out and the rest weighs more. */
const INTERACTIVE = { answered: 0.4, echo: 0.3, contact: 0.3 };

/** R = 50·weeks/4 + 50·clip((15−g)/10). */
function regularOf({ cadreVoice, regularity }: Measured): number | null {
  if (cadreVoice.workingWeeks === 0) return null;
  const { gapFree, gapSpan } = THRESHOLDS.dimensions;
  const steadiness = Math.min(1, Math.max(0, (gapFree - regularity.longestGap) / gapSpan));
  return 50 * (cadreVoice.weeks / cadreVoice.workingWeeks) + 50 * steadiness;
}

/** I = 100·(.4·answered + .3·echo + .3·M8). */
function interactiveOf({ answered, oneWay, directContact }: Measured): number | null {
  const parts = [
    { value: answered.answeredShare, weight: INTERACTIVE.answered },
    { value: oneWay.echo, weight: INTERACTIVE.echo },
    { value: directContact.share, weight: INTERACTIVE.contact },
  ].flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]));
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return weight > 0 ? (100 * parts.reduce((sum, part) => sum + part.value * part.weight, 0)) / weight : null;
}

/** The six dimensions, null where there are no data: warmth needs ten answers of a survey, substance a catalogue of services. */
export function dimensionsOf(window: GroupWindow, measured: Measured): Dimensions {
  const satisfied = measured.threeRates.satisfied;
  // E: the survey item only; of those who had looked for help, how many say that it came.
  const { helpedShare } = measured.awareness;
  return {
    regular: regularOf(measured),
    interactive: interactiveOf(measured),
    warm: helpedShare === null ? null : 100 * helpedShare,
    substantive: measured.catalogue.share === null ? null : 100 * measured.catalogue.share,
    solving: solvingOf(window),
    satisfying: satisfied === null ? null : 100 * satisfied,
  };
}

export const NO_DIMENSIONS: Dimensions = {
  regular: null,
  interactive: null,
  warm: null,
  substantive: null,
  solving: null,
  satisfying: null,
};

/** Geometric mean of the dimensions that are known, so that volume cannot buy off missing help; three are needed. */
export function overallOf(dimensions: Dimensions): number | null {
  const known = Object.values(dimensions).filter((value): value is number => value !== null);
  const { fewest, least } = THRESHOLDS.dimensions;
  if (known.length < fewest) return null;
  return Math.exp(known.reduce((sum, value) => sum + Math.log(Math.max(least, value)), 0) / known.length);
}
