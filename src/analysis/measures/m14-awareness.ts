import { figuresOf, type SurveyFigures } from '../../survey/figures.ts';
import { dayFromNumber } from '../day-number.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { GroupWindow } from '../window.ts';

/**
 * M14 知晓度: what members said when they were asked about the group's cadres, in the 90 days that end with the window.
 * Shares are null below ten answers; how many were asked and answered is always told.
 */
export type Awareness = {
  asked: number;
  answered: number;
  responseRate: number | null;
  /** Of `n` who answered `k` know whom to turn to; Wilson 95 %. */
  k: number | null;
  n: number;
  share: number | null;
  low: number | null;
  high: number | null;
  /** 帮上了, of those who had looked for help. */
  helped: number | null;
  helpedOf: number | null;
  helpedShare: number | null;
  helpedLow: number | null;
  helpedHigh: number | null;
};

function surveyIn({ timeline, lastDay, day: last }: GroupWindow): SurveyFigures {
  const { asks, answers } = timeline.history.survey;
  const before = dayFromNumber(lastDay - THRESHOLDS.survey.days);
  const isIn = ({ day }: { day: string }) => day <= last && day > before;
  return figuresOf(asks.filter(isIn).length, answers.filter(isIn));
}

export function measureAwareness(window: GroupWindow): Awareness {
  const { asked, answered, responseRate, knows, helped } = surveyIn(window);
  return {
    asked,
    answered,
    responseRate,
    k: knows?.k ?? null,
    n: answered,
    share: knows && knows.k / knows.n,
    low: knows?.low ?? null,
    high: knows?.high ?? null,
    helped: helped?.k ?? null,
    helpedOf: helped?.n ?? null,
    helpedShare: helped && helped.k / helped.n,
    helpedLow: helped?.low ?? null,
    helpedHigh: helped?.high ?? null,
  };
}
