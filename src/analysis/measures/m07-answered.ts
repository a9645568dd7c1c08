import { MINUTE_MS, workingMsBetween } from '../../time.ts';
import { firstAnswerOf } from '../needs.ts';
import { type GroupWindow, needsIn } from '../window.ts';

/** M7 回应: how many needs a person answered and how soon, in minutes of working time. */
export type Answered = {
  needs: number;
  answered: number;
  byCadre: number;
  /** Null without needs. */
  answeredShare: number | null;
  /** Null while fewer than half (nine tenths) of the needs were answered that fast: unanswered needs are never dropped. */
  medianMinutes: number | null;
  p90Minutes: number | null;
  /** How long the oldest unanswered need has waited. */
  longestWaitMinutes: number | null;
  botAnswered: number;
};

/** How long one need waited for a person's answer, or has waited so far; minutes of working time. */
export interface Wait {
  minutes: number;
  isAnswered: boolean;
}

/** Quantile of waits by Kaplan and Meier: who still waits counts as longer than so far, by how much is unknown. */
export function quantileOfWaits(waits: readonly Wait[], quantile: number): number | null {
  const sorted = [...waits].sort(
    (a, b) => a.minutes - b.minutes || Number(b.isAnswered) - Number(a.isAnswered),
  );
  let stillWaiting = 1;
  for (const [index, wait] of sorted.entries()) {
    if (!wait.isAnswered) continue;
    stillWaiting *= 1 - 1 / (sorted.length - index);
    if (stillWaiting <= 1 - quantile + 1e-9) return wait.minutes;
  }
  return null;
}

/** The needs of the window, each with its first answer by a person and how long it waited for it. */
export function waitingNeedsIn(window: GroupWindow) {
  return needsIn(window).map(tellings => {
    const askedAt = Math.min(...tellings.map(need => need.at));
    const first = firstAnswerOf(tellings, window.to);
    const until = new Date(first?.at ?? window.to);
    return {
      tellings,
      first,
      isBotAnswered: tellings.some(need => (need.botAnsweredAt ?? Number.POSITIVE_INFINITY) <= window.to),
      wait: {
        minutes: workingMsBetween(new Date(askedAt), until) / MINUTE_MS,
        isAnswered: first !== null,
      },
    };
  });
}

export function measureAnswered(window: GroupWindow, needs = waitingNeedsIn(window)): Answered {
  const waits = needs.map(need => need.wait);
  const unanswered = waits.filter(wait => !wait.isAnswered).map(wait => wait.minutes);
  const answered = needs.length - unanswered.length;
  return {
    needs: needs.length,
    answered,
    byCadre: needs.filter(need => need.first?.voice === 'cadre').length,
    answeredShare: needs.length > 0 ? answered / needs.length : null,
    medianMinutes: quantileOfWaits(waits, 0.5),
    p90Minutes: quantileOfWaits(waits, 0.9),
    longestWaitMinutes: unanswered.length > 0 ? Math.max(...unanswered) : null,
    botAnswered: needs.filter(need => need.isBotAnswered).length,
  };
}
