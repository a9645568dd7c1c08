import { THRESHOLDS } from '../analysis/thresholds.ts';
import { quantileOfRows } from '../analysis/waits.ts';
import { countedAs, defineUnitMeasure, isIn, numbersIn, shareOf, type UnitMeasure } from './define.ts';

const m7 = defineUnitMeasure({
  id: 'M7',
  counts: values => numbersIn(values, 'needs', 'answered', 'byCadre', 'botAnswered'),
  most: ['longestWaitMinutes'],
  values({ sum, most, pooled, hasPooled }) {
    const of = (name: string) => sum(name) ?? 0;
    return {
      needs: of('needs'),
      answered: of('answered'),
      byCadre: of('byCadre'),
      answeredShare: shareOf(of('answered'), of('needs')),
      medianMinutes: hasPooled ? quantileOfRows(pooled.waits, 0.5) : null,
      p90Minutes: hasPooled ? quantileOfRows(pooled.waits, 0.9) : null,
      longestWaitMinutes: most('longestWaitMinutes'),
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
    const of = (name: string) => totals.sum(name);
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
    const of = (name: string) => totals.sum(name) ?? 0;
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
    const of = (name: string) => sum(name) ?? 0;
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

/** Who answers whom: M7 to M10. */
export const CONTACT_MEASURES: readonly UnitMeasure[] = [m7, m8, m9, m10];
