import { DAY_MS } from '../time.ts';
import type { TicketAct } from './acts.ts';
import type { TicketEvent } from './shape.ts';

const ENDS_WAITING: ReadonlySet<TicketAct> = new Set(['resume', 'close', 'confirm', 'withdraw', 'erase']);

/** How often a ticket was set to wait up to a moment (UTC ms), and for how many days in all, as the clock ran. */
export function waitedUntil(events: readonly TicketEvent[], until: number): { waits: number; days: number } {
  let [waits, waitedMs] = [0, 0];
  let since: number | null = null;
  for (const { act, at } of events) {
    const moment = at.getTime();
    if (moment > until) break;
    if (act === 'wait') {
      waits++;
      since ??= moment;
    } else if (since !== null && ENDS_WAITING.has(act)) {
      waitedMs += moment - since;
      since = null;
    }
  }
  return { waits, days: (waitedMs + (since === null ? 0 : until - since)) / DAY_MS };
}
