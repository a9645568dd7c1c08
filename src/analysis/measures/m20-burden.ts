import { DAY_MS, HOUR_MS, SHANGHAI_OFFSET_MS } from '../../time.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { GroupWindow } from '../window.ts';

/** M20 负担: what the bot itself asks of the group's cadres in a week (国办函〔2026〕12号: no new burden); all null where that is not known. */
export type Burden = {
  cadres: number | null;
  /** Reminders, cards and questions of the last seven days. */
  sent: number | null;
  perCadre: number | null;
  /** The most that one of them got. */
  mostToOne: number | null;
  /** Sent in the quiet hours; must be 0. */
  atNight: number | null;
  isOverloaded: boolean;
};

/** Nobody is written to between nine in the evening and eight in the morning. */
function isNight(at: Date): boolean {
  const hour = Math.floor(((at.getTime() + SHANGHAI_OFFSET_MS) % DAY_MS) / HOUR_MS);
  return hour < THRESHOLDS.burden.dayFromHour || hour >= THRESHOLDS.burden.dayToHour;
}

export function measureBurden({ timeline, to }: GroupWindow): Burden {
  const { burden, cadreIds } = timeline.history;
  if (burden === null) {
    return { cadres: null, sent: null, perCadre: null, mostToOne: null, atNight: null, isOverloaded: false };
  }
  const since = to - THRESHOLDS.burden.days * DAY_MS;
  const sent = burden.filter(({ at }) => at.getTime() > since && at.getTime() <= to);
  const counts = new Map(cadreIds.map(id => [id, 0]));
  for (const { cadreId } of sent) counts.set(cadreId, (counts.get(cadreId) ?? 0) + 1);
  const mostToOne = Math.max(0, ...counts.values());
  return {
    cadres: counts.size,
    sent: sent.length,
    perCadre: counts.size > 0 ? sent.length / counts.size : null,
    mostToOne,
    atNight: sent.filter(({ at }) => isNight(at)).length,
    isOverloaded: mostToOne > THRESHOLDS.burden.mostAWeek,
  };
}
