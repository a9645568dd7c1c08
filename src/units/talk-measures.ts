import { reciprocityOf } from '../analysis/measures/m06-one-way.ts';
import { concentrationOf } from '../analysis/measures/m11-concentration.ts';
import { countedAs, defineUnitMeasure, isIn, numbersIn, shareOf, type UnitMeasure } from './define.ts';

const m1 = defineUnitMeasure({
  id: 'M1',
  counts: values => ({
    ...numbersIn(values, 'messages'),
    silentGroups: isIn(values, 'isSilent'),
    watchedGroups: isIn(values, 'isWatched'),
  }),
  values: ({ sum }) => ({
    messages: sum('messages'),
    silentGroups: sum('silentGroups'),
    watchedGroups: sum('watchedGroups'),
  }),
});

const m2 = defineUnitMeasure({
  id: 'M2',
  counts: values => ({
    ...numbersIn(
      values,
      'needs',
      'needsHelped',
      'handovers',
      'visits',
      'confirmed',
      'persons',
      'unheard',
      'botHelp',
    ),
    unansweredNeedsGroups: isIn(values, 'noHelp', 'unanswered-needs'),
    noNeedsGroups: isIn(values, 'noHelp', 'no-needs'),
  }),
  values(totals) {
    const of = (name: string) => totals.sum(name) ?? 0;
    const visits = totals.persons?.visits ?? of('visits');
    const help = of('needsHelped') + of('handovers') + visits;
    return {
      needs: of('needs'),
      help,
      needsHelped: of('needsHelped'),
      handovers: of('handovers'),
      visits,
      confirmed: of('confirmed'),
      persons: totals.persons?.helped ?? of('persons'),
      unheard: of('unheard'),
      yield: help / Math.max(1, of('needs')),
      botHelp: of('botHelp'),
      unansweredNeedsGroups: of('unansweredNeedsGroups'),
      noNeedsGroups: of('noNeedsGroups'),
      countedAs: countedAs(totals),
    };
  },
});

const m3 = defineUnitMeasure({
  id: 'M3',
  counts: values => ({
    ...numbersIn(values, 'speakers', 'size', 'activeDays', 'messages'),
    quietGroups: isIn(values, 'isQuiet'),
    belowOwnMedianGroups:
      typeof values['isBelowOwnMedian'] === 'boolean' ? isIn(values, 'isBelowOwnMedian') : null,
  }),
  values(totals) {
    const of = (name: string) => totals.sum(name);
    return {
      speakers: totals.persons?.speakers ?? of('speakers'),
      countedAs: countedAs(totals),
      // Seats, not persons: who sits in two groups and speaks in one is silent in the other.
      size: of('size'),
      activeRatio: shareOf(of('speakers'), of('size')),
      activeDays: of('activeDays'),
      messages: of('messages'),
      quietGroups: of('quietGroups'),
      belowOwnMedianGroups: of('belowOwnMedianGroups'),
    };
  },
});

const m5 = defineUnitMeasure({
  id: 'M5',
  counts: values => ({ irregularGroups: isIn(values, 'isIrregular') }),
  most: ['longestGap'],
  values: ({ sum, most }) => ({
    irregularGroups: sum('irregularGroups'),
    longestGap: most('longestGap'),
  }),
});

const m6 = defineUnitMeasure({
  id: 'M6',
  counts: values => ({
    ...numbersIn(values, 'cadrePosts', 'memberMessages', 'bursts', 'echoedBursts'),
    oneWayGroups: isIn(values, 'isOneWay'),
  }),
  values({ sum, pooled, hasPooled }) {
    const of = (name: string) => sum(name) ?? 0;
    return {
      cadrePosts: of('cadrePosts'),
      memberMessages: of('memberMessages'),
      share: shareOf(of('cadrePosts'), of('cadrePosts') + of('memberMessages')),
      bursts: of('bursts'),
      echoedBursts: of('echoedBursts'),
      echo: shareOf(of('echoedBursts'), of('bursts')),
      reciprocity: hasPooled ? reciprocityOf(pooled) : null,
      oneWayGroups: of('oneWayGroups'),
    };
  },
});

const m11 = defineUnitMeasure({
  id: 'M11',
  counts: () => ({}),
  // Seats again: a member of two groups is two voices, because the distribution holds no person.
  values: ({ pooled, hasPooled }) => concentrationOf(hasPooled ? pooled.voices : []),
});

/** What is said in the groups: M1 to M6 and M11, but for the state. */
export const TALK_MEASURES: readonly UnitMeasure[] = [m1, m2, m3, m5, m6, m11];
