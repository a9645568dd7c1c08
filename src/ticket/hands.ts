import type { TicketEvent } from './shape.ts';

/**
 * 经手人数: through how many hands the member's words went to the one who acted, the first hand counted (“间接”传递到群众).
 * Null while nobody has acted.
 */
export function handsOf(events: readonly TicketEvent[]): number | null {
  const acted = events.findIndex(
    ({ act, byId }) => byId !== null && (act === 'answer' || act === 'close' || act === 'wait'),
  );
  if (acted < 0) return null;
  return 1 + events.slice(0, acted).filter(({ act }) => act === 'transfer' || act === 'assign').length;
}
