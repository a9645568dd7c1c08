import { reciprocityOf } from '../analysis/measures/m06-one-way.ts';
import { concentrationOf } from '../analysis/measures/m11-concentration.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { quantileOfRows } from '../analysis/waits.ts';
import { defineUnitMeasure, isIn, numbersIn, shareOf, type Totals, type UnitMeasure } from './define.ts';

/** `distinct` when a person in two groups was counted once, `upTo` when that could not be seen: then the number is at most. */
const countedAs = ({ persons }: Totals): 'distinct' | 'upTo' => (persons ? 'distinct' : 'upTo');

const m1 = defineUnitMeasure({
  id: 'M1',
  counts: values => ({
    ...numbersIn(values, 'messages'),
    silentGroups: isIn(values, 'isSilent'),
    watchedGroups: isIn(values, 'isWatched'),
  }),
  values: ({ sum }) => ({
    messages: sum('M1.messages'),
    silentGroups: sum('M1.silentGroups'),
    watchedGroups: sum('M1.watchedGroups'),
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
    const of = (name: string) => totals.sum(`M2.${name}`) ?? 0;
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
    const of = (name: string) => totals.sum(`M3.${name}`);
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
    irregularGroups: sum('M5.irregularGroups'),
    longestGap: most('M5.longestGap'),
  }),
});

const m6 = defineUnitMeasure({
  id: 'M6',
  counts: values => ({
    ...numbersIn(values, 'cadrePosts', 'memberMessages', 'bursts', 'echoedBursts'),
    oneWayGroups: isIn(values, 'isOneWay'),
  }),
  values({ sum, pooled, hasPooled }) {
    const of = (name: string) => sum(`M6.${name}`) ?? 0;
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

const m7 = defineUnitMeasure({
  id: 'M7',
  counts: values => numbersIn(values, 'needs', 'answered', 'byCadre', 'botAnswered'),
  most: ['longestWaitMinutes'],
  values({ sum, most, pooled, hasPooled }) {
    const of = (name: string) => sum(`M7.${name}`) ?? 0;
    return {
      needs: of('needs'),
      answered: of('answered'),
      byCadre: of('byCadre'),
      answeredShare: shareOf(of('answered'), of('needs')),
      medianMinutes: hasPooled ? quantileOfRows(pooled.waits, 0.5) : null,
      p90Minutes: hasPooled ? quantileOfRows(pooled.waits, 0.9) : null,
      longestWaitMinutes: most('M7.longestWaitMinutes'),
      botAnswered: of('botAnswered'),
    };
  },
});

const m8 = defineUnitMeasure({
  id: 'M8',
  counts(values) {
    const {
      linked = null,
      target = null,
      ...counts
    } = numbersIn(values, 'linked', 'target', 'reached', 'exchanged');
    const reachable = linked === null || target === null ? null : Math.min(linked, target);
    return { ...counts, linked, target, reachable };
  },
  values(totals) {
    const { persons } = totals;
    const of = (name: string) => totals.sum(`M8.${name}`);
    const [linked, target] = [persons?.linked ?? of('linked'), persons?.target ?? of('target')];
    const reached = persons?.reached ?? of('reached');
    const reachable = persons ? Math.min(persons.linked, persons.target) : of('reachable');
    const [nominal, share] = [shareOf(linked, target), shareOf(reached, reachable)];
    return {
      linked,
      target,
      reached,
      exchanged: persons?.exchanged ?? of('exchanged'),
      nominal: nominal && Math.min(1, nominal),
      share: share && Math.min(1, share),
      countedAs: countedAs(totals),
    };
  },
});

const m9 = defineUnitMeasure({
  id: 'M9',
  counts: values => ({
    ...numbersIn(values, 'answered', 'byVolunteer', 'volunteers'),
    relayGroups: isIn(values, 'isRelay'),
  }),
  values(totals) {
    const of = (name: string) => totals.sum(`M9.${name}`) ?? 0;
    const isEnough = of('answered') >= THRESHOLDS.relay.leastAnswered;
    return {
      answered: of('answered'),
      byVolunteer: of('byVolunteer'),
      volunteers: totals.persons?.volunteers ?? of('volunteers'),
      share: isEnough ? of('byVolunteer') / of('answered') : null,
      relayGroups: of('relayGroups'),
      countedAs: countedAs(totals),
    };
  },
});

const m10 = defineUnitMeasure({
  id: 'M10',
  counts: values => ({
    ...numbersIn(values, 'exchanges', 'withBackbone', 'withUnknown'),
    backboneOnlyGroups: isIn(values, 'isBackboneOnly'),
  }),
  values({ sum, pooled, hasPooled }) {
    const of = (name: string) => sum(`M10.${name}`) ?? 0;
    return {
      exchanges: of('exchanges'),
      withBackbone: of('withBackbone'),
      withUnknown: of('withUnknown'),
      share: shareOf(of('withBackbone'), of('exchanges')),
      shareOfMembers: hasPooled ? shareOf(pooled.backbone, pooled.declared) : null,
      backboneOnlyGroups: of('backboneOnlyGroups'),
    };
  },
});

const m11 = defineUnitMeasure({
  id: 'M11',
  counts: () => ({}),
  // Seats again: a member of two groups is two voices, because the distribution holds no person.
  values: ({ pooled, hasPooled }) => concentrationOf(hasPooled ? pooled.voices : []),
});

/** What is said in the groups: M1 to M11, but for the state. */
export const TALK_MEASURES: readonly UnitMeasure[] = [m1, m2, m3, m5, m6, m7, m8, m9, m10, m11];
