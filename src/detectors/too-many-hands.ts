import { THRESHOLDS } from '../analysis/thresholds.ts';
import type { GroupWindow } from '../analysis/window.ts';
import { wayToActOf } from '../ticket/hands.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** Tickets that were first acted on in the window, those with the most hands first. */
const actedIn = ({ timeline, from, to }: GroupWindow) =>
  timeline.history.tickets
    .flatMap(({ opening, events }) => {
      const way = wayToActOf(events.filter(event => event.at.getTime() <= to));
      return way && way.actedAt.getTime() >= from ? [{ ticketId: opening.id, hands: way.hands }] : [];
    })
    .sort((a, b) => b.hands - a.hands || (a.ticketId < b.ticketId ? -1 : 1));

function medianOf(sorted: readonly { hands: number }[]): number {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low?.hands ?? 0) + (high?.hands ?? 0)) / 2;
}

/** 经手太多: the member's words go through several hands before anybody acts. */
export const tooManyHands = defineDetector({
  name: 'too-many-hands',
  title: '经手的人太多',
  quotation: { number: 'F20', words: '“间接”传递到群众' },
  severity: 'warn',
  detect(window) {
    const acted = actedIn(window);
    const limit = THRESHOLDS.hands;
    if (acted.length < limit.leastActed) return 'no-data';
    const medianHands = medianOf(acted);
    if (medianHands <= limit.median) return null;
    const mostHands = acted[0]?.hands ?? 0;
    return {
      evidence: {
        acted: acted.length,
        medianHands,
        mostHands,
        ticketIds: acted.slice(0, 20).map(ticket => ticket.ticketId),
      },
      prescription: `${acted.length}件事从说到办，中间数是${medianHands}手，最多${mostHands}手。${actDay(window.day)}定好谁首接，接到就办，办不了直接交给能办的人。`,
    };
  },
});
