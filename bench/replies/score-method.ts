import type { ChatRow } from './chat-rows.ts';
import type { Method } from './methods.ts';
import { emptyScore, type Score, tally } from './score.ts';

/** How well a way of guessing links does on all rooms together. */
export function scoreMethod(rooms: ReadonlyMap<string, readonly ChatRow[]>, method: Method): Score {
  const score = emptyScore();
  for (const rows of rooms.values()) tally(score, rows, method(rows));
  return score;
}
