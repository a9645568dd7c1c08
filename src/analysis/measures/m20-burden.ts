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

/** What one cadre was sent in a week. */
export interface Load {
  sent: number;
  atNight: number;
}

/** Nobody is written to between half past nine in the evening and eight in the morning. */
function isNight(at: Date): boolean {
  const hour = ((at.getTime() + SHANGHAI_OFFSET_MS) % DAY_MS) / HOUR_MS;
  return hour < THRESHOLDS.burden.dayFromHour || hour >= THRESHOLDS.burden.dayToHour;
}

/** What each of the group's cadres was sent in the last seven days, and how much of it at night; null where that is not known. */
export function burdenByCadre({ timeline, to }: GroupWindow): Map<string, Load> | null {
  const { burden, cadreIds } = timeline.history;
  if (burden === null) return null;
  const since = to - THRESHOLDS.burden.days * DAY_MS;
  const loads = new Map<string, Load>(cadreIds.map(id => [id, { sent: 0, atNight: 0 }]));
  for (const { cadreId, at } of burden) {
    if (at.getTime() <= since || at.getTime() > to) continue;
    const load = loads.get(cadreId) ?? { sent: 0, atNight: 0 };
    loads.set(cadreId, { sent: load.sent + 1, atNight: load.atNight + Number(isNight(at)) });
  }
  return loads;
}

export function measureBurden(window: GroupWindow): Burden {
  const loads = burdenByCadre(window);
  if (loads === null) {
    return { cadres: null, sent: null, perCadre: null, mostToOne: null, atNight: null, isOverloaded: false };
  }
  const each = [...loads.values()];
  const sent = each.reduce((sum, load) => sum + load.sent, 0);
  const mostToOne = Math.max(0, ...each.map(load => load.sent));
  return {
    cadres: each.length,
    sent,
    perCadre: each.length > 0 ? sent / each.length : null,
    mostToOne,
    atNight: each.reduce((sum, load) => sum + load.atNight, 0),
    isOverloaded: mostToOne > THRESHOLDS.burden.mostAWeek,
  };
}
