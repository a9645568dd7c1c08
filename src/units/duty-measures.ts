import { divergenceOf } from '../analysis/measures/m16-divergence.ts';
import { quantileOfRows } from '../analysis/waits.ts';
import { countedAs, defineUnitMeasure, isIn, numbersIn, shareOf, type UnitMeasure } from './define.ts';

const m16 = defineUnitMeasure({
  id: 'M16',
  counts: values => ({ divergingGroups: isIn(values, 'isDiverging') }),
  values: ({ sum, pooled, hasPooled }) => ({
    ...(hasPooled
      ? divergenceOf(pooled.divergence)
      : { coverage: null, coverageBefore: null, quality: null, qualityBefore: null, isDiverging: false }),
    divergingGroups: sum('divergingGroups'),
  }),
});

const m17 = defineUnitMeasure({
  id: 'M17',
  counts: values => numbersIn(values, 'sent', 'acknowledged', 'inTime', 'late', 'told'),
  values({ sum, pooled, hasPooled }) {
    const of = (name: string) => sum(name) ?? 0;
    const hoursOf = (rows: typeof pooled.acks) => {
      const minutes = hasPooled ? quantileOfRows(rows, 0.5) : null;
      return minutes === null ? null : minutes / 60;
    };
    return {
      sent: of('sent'),
      acknowledged: of('acknowledged'),
      inTime: of('inTime'),
      late: of('late'),
      inTimeShare: shareOf(of('inTime'), of('inTime') + of('late')),
      told: of('told'),
      medianAckHours: hoursOf(pooled.acks),
      medianToldHours: hoursOf(pooled.told),
    };
  },
});

const m18 = defineUnitMeasure({
  id: 'M18',
  counts: values => numbersIn(values, 'due', 'onTime'),
  values({ sum, pooled: { lines, usedLines } }) {
    const [due, onTime] = [sum('due'), sum('onTime')];
    return {
      listed: lines,
      due,
      onTime,
      share: shareOf(onTime, due),
      neverUsed: lines === null ? null : lines - usedLines,
    };
  },
});

const m19 = defineUnitMeasure({
  id: 'M19',
  counts(values) {
    const counts = numbersIn(values, 'questions', 'botAnswered', 'useful', 'useless', 'handedOff');
    // Where no bot speaks, its questions are none of the bot's.
    return { ...counts, botQuestions: counts['botAnswered'] === null ? null : (counts['questions'] ?? null) };
  },
  values({ sum, staleClusters }) {
    const of = (name: string) => sum(name);
    const [useful, useless] = [of('useful'), of('useless')];
    return {
      questions: of('questions'),
      botAnswered: of('botAnswered'),
      answerRate: shareOf(of('botAnswered'), of('botQuestions')),
      useful,
      useless,
      usefulRate: useful === null ? null : shareOf(useful, useful + (useless ?? 0)),
      handedOff: of('handedOff'),
      handOffRate: shareOf(of('handedOff'), of('botAnswered')),
      staleClusters,
    };
  },
});

const m20 = defineUnitMeasure({
  id: 'M20',
  counts: values => ({
    ...numbersIn(values, 'cadres', 'sent', 'atNight'),
    overloadedGroups: values['sent'] === null ? null : isIn(values, 'isOverloaded'),
  }),
  most: ['mostToOne'],
  values(totals) {
    const { sum, most, persons } = totals;
    const isKnown = sum('sent') !== null;
    const of = (name: 'cadres' | 'sent' | 'atNight') => (isKnown ? (persons?.[name] ?? sum(name)) : null);
    return {
      cadres: of('cadres'),
      sent: of('sent'),
      perCadre: shareOf(of('sent'), of('cadres')),
      mostToOne: most('mostToOne'),
      atNight: of('atNight'),
      overloadedGroups: sum('overloadedGroups'),
      countedAs: countedAs(totals),
    };
  },
});

/** Promises kept, and the load that the program itself makes: M16 to M20. */
export const DUTY_MEASURES: readonly UnitMeasure[] = [m16, m17, m18, m19, m20];
