import type { TicketEvent } from './shape.ts';

/** The way of a member's words up to the first who acted on them. */
export interface WayToAct {
  /** Hands they went through, the first and the acting one counted. */
  hands: number;
  actedAt: Date;
}

/** Who had the matter, one after the other; null is somebody whom the log does not name. */
type Hands = (string | null)[];

/** Whoever acts has it in hand, however it came to them. */
function take(hands: Hands, byId: string): void {
  const last = hands.at(-1);
  if (last === null) hands[hands.length - 1] = byId;
  else if (last !== byId) hands.push(byId);
}

function follow(hands: Hands, { act, byId, data }: TicketEvent): void {
  if (act === 'accept' && byId !== null) take(hands, byId);
  if (act !== 'transfer' && act !== 'assign') return;
  // Who assigns over another's head never had it in hand, unless it came to nobody before.
  if (byId !== null && (act === 'transfer' || hands.length === 0)) take(hands, byId);
  const toId = data.toId ?? null;
  if (toId === null || hands.at(-1) !== toId) hands.push(toId);
}

/** Through whose hands a ticket went to the first who answered, closed or let it wait; null while nobody has acted. */
export function wayToActOf(events: readonly TicketEvent[]): WayToAct | null {
  const hands: Hands = [];
  for (const event of events) {
    const { act, byId, at } = event;
    if (byId !== null && (act === 'answer' || act === 'close' || act === 'wait')) {
      take(hands, byId);
      return { hands: hands.length, actedAt: at };
    }
    follow(hands, event);
  }
  return null;
}

/**
 * 经手人数: through how many hands the member's words went to the one who acted, the first hand counted (“间接”传递到群众).
 * Taken on by one and closed by another is two hands, handed on in the log or not. Null while nobody has acted.
 */
export const handsOf = (events: readonly TicketEvent[]): number | null => wayToActOf(events)?.hands ?? null;
