import type { Room } from '../room.ts';
import { neglect } from './needs.ts';
import { chat } from './talk.ts';

/**
 * Days that lie in every window of the last eight evaluations (agos 8 to 29, and nothing from 30 to 36), so that a count at
 * the very edge of a threshold is the same count on each of them.
 */
export const STEADY_DAYS = [27, 22, 16, 9] as const;

/** The days before day 37, thinned to about so many in thirty: what came before has the same pace. */
export const paceBefore = (room: Room, perMonth: number): number[] => {
  const { span } = room.scene;
  const days = span.between(span.days - 1, 37);
  return room.scene.strew(days, Math.round((days.length * perMonth) / 30));
};

/** Hardly any talk, always at the same pace: members speak on these days of the window only, and so many needs stay open. */
export function fewDays(room: Room, agos: readonly number[], needs: number): void {
  chat(room, [...paceBefore(room, agos.length - 1), ...agos], { most: 3 });
  neglect(room, agos.slice(0, needs));
}

/** Lively talk with exactly so many open needs in the window. */
export function livelyWithNeeds(room: Room, needs: number): void {
  const { span } = room.scene;
  chat(room, room.scene.strew(span.between(span.days - 1, 0), Math.round(span.days * 0.8)), { most: 2 });
  neglect(room, [...paceBefore(room, needs), ...STEADY_DAYS.slice(0, needs)]);
}
