import { DEFAULT_PRESET } from '../analysis/three-rates-presets.ts';
import { FEWEST_ANSWERS, wilson } from '../survey/figures.ts';
import { defineUnitMeasure, isIn, numbersIn, shareOf, type UnitMeasure } from './define.ts';

const m12 = defineUnitMeasure({
  id: 'M12',
  counts: values => ({
    ...numbersIn(values, 'closed', 'selfClosed', 'askedWithoutReply', 'reopened', 'parked'),
    selfCertifiedGroups: isIn(values, 'isSelfCertified'),
  }),
  values({ sum }) {
    const of = (name: string) => sum(name) ?? 0;
    return {
      closed: of('closed'),
      selfClosed: of('selfClosed'),
      askedWithoutReply: of('askedWithoutReply'),
      selfClosedShare: shareOf(of('selfClosed'), of('closed')),
      reopened: of('reopened'),
      parked: of('parked'),
      selfCertifiedGroups: of('selfCertifiedGroups'),
    };
  },
});

/** A share of a group back as the whole number it came from; `parts` is how finely it was counted. */
const countBehind = (share: number | null, whole: number, parts = 1): number =>
  Math.round((share ?? 0) * whole * parts);

const m13 = defineUnitMeasure({
  id: 'M13',
  counts(values) {
    const {
      closed = null,
      visited,
      withoutWords = null,
      responded = null,
      solved = null,
      satisfied = null,
    } = numbersIn(values, 'closed', 'visited', 'withoutWords', 'responded', 'solved', 'satisfied');
    const whole = visited ?? 0;
    return {
      closed,
      visited: whole,
      withoutWords,
      responded: countBehind(responded, whole),
      solved: countBehind(solved, whole),
      // 基本满意 counts nine tenths.
      satisfiedTenths: countBehind(satisfied, whole, 10),
    };
  },
  values({ sum }) {
    const of = (name: string) => sum(name) ?? 0;
    const visited = of('visited');
    const responded = shareOf(of('responded'), visited);
    const solved = shareOf(of('solved'), visited);
    const satisfied = shareOf(of('satisfiedTenths'), 10 * visited);
    const { weights } = DEFAULT_PRESET;
    const isKnown = responded !== null && solved !== null && satisfied !== null;
    return {
      closed: of('closed'),
      visited,
      followUpShare: shareOf(visited, of('closed')),
      withoutWords: of('withoutWords'),
      responded,
      solved,
      satisfied,
      total: isKnown
        ? 100 * (weights.responded * responded + weights.solved * solved + weights.satisfied * satisfied)
        : null,
    };
  },
});

/** Share of those who said so with its interval; null below ten answers. */
function surveyed(k: number, n: number) {
  if (n < FEWEST_ANSWERS) return { k: null, share: null, low: null, high: null };
  return { k, share: k / n, ...wilson(k, n) };
}

const m14 = defineUnitMeasure({
  id: 'M14',
  // Only groups that may be shown by themselves are pooled: else a group of few answers could be had by subtraction.
  counts(values) {
    const counts = numbersIn(values, 'asked', 'answered', 'k', 'n', 'helped', 'helpedOf');
    const isShown = counts['k'] !== null;
    return { ...counts, n: isShown ? (counts['n'] ?? null) : null };
  },
  values({ sum }) {
    const of = (name: string) => sum(name) ?? 0;
    const knows = surveyed(of('k'), of('n'));
    const helped = surveyed(of('helped'), of('helpedOf'));
    return {
      asked: of('asked'),
      answered: of('answered'),
      responseRate: of('asked') > 0 ? Math.min(1, of('answered') / of('asked')) : null,
      ...knows,
      n: of('n'),
      helped: helped.k,
      helpedOf: helped.k === null ? null : of('helpedOf'),
      helpedShare: helped.share,
      helpedLow: helped.low,
      helpedHigh: helped.high,
    };
  },
});

const JOINS = ['joined', 'greeted', 'joinedAWeekAgo', 'spoke', 'joinedFourWeeksAgo', 'stayed'] as const;

const m15 = defineUnitMeasure({
  id: 'M15',
  counts: values => numbersIn(values, ...JOINS),
  values: ({ sum }) => Object.fromEntries(JOINS.map(name => [name, sum(name)])),
});

/** Whether the work was real, and what members say of it: M12 to M15. */
export const SERVICE_MEASURES: readonly UnitMeasure[] = [m12, m13, m14, m15];
