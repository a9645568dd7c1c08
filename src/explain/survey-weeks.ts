import { dayNumberOf } from '../analysis/day-number.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { defineRows, type Row } from './define.ts';

/** M14: how many were asked and answered week by week; what they said only together, and only from ten answers on. */
export const surveyWeeks = defineRows({
  id: 'M14',
  rows({ window, measured: { awareness } }) {
    const { survey } = window.timeline.history;
    const weeks = new Map<string, { asked: number; answered: number }>();
    const add = (day: string, name: 'asked' | 'answered') => {
      const back = window.lastDay - dayNumberOf(day);
      if (back < 0 || back >= THRESHOLDS.survey.days) return;
      const week = weeks.get(day) ?? { asked: 0, answered: 0 };
      week[name]++;
      weeks.set(day, week);
    };
    for (const { day } of survey.asks) add(day, 'asked');
    for (const { day } of survey.answers) add(day, 'answered');
    const rows: Row[] = [...weeks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, counts]) => ({ kind: 'week', day, ...counts }));
    const { k, n, helped, helpedOf } = awareness;
    const knows = k === null ? [] : [{ kind: 'knows', k, n }];
    return [...rows, ...knows, ...(helped === null ? [] : [{ kind: 'helped', k: helped, n: helpedOf }])];
  },
});
