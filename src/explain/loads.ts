import { burdenByCadre } from '../analysis/measures/m20-burden.ts';
import { defineRows } from './define.ts';

/** M20: what the bot sent each cadre in the last seven days. */
export const loads = defineRows({
  id: 'M20',
  rows: ({ window, cadre }) =>
    [...(burdenByCadre(window) ?? [])].map(([id, { sent, atNight }]) => ({
      kind: 'cadre',
      cadre: cadre(id),
      sent,
      atNight,
    })),
});
