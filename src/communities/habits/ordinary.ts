import type { Room } from '../room.ts';
import { link, neglect, serve } from './needs.ts';
import { chat, monthly, notices } from './talk.ts';
import { doneWell, file } from './tickets.ts';

/** How lively an ordinary room is, a month. */
export interface Manner {
  notices?: number;
  served?: number;
  /** Days with talk, of 30. */
  talk?: number;
  most?: number;
  thanked?: number;
  helpers?: string[];
  /** Tickets done well, a month; below ten so that nothing is judged by them alone. */
  tickets?: number;
}

/**
 * An ordinary group from `from` to `to`: the cadre speaks on many days, needs are answered, most members say that it
 * helped, tickets end with the member's word. Every habit is strewn evenly, so that no month differs much from another.
 */
export function ordinary(room: Room, from: number, to: number, manner: Manner = {}): void {
  const { scene } = room;
  const { span, chance } = scene;
  const workdays = span.workdays(from, to);
  const days = span.between(from, to);
  notices(room, scene.strew(workdays, monthly(manner.notices ?? 14, workdays, 21)));
  const askers = room.active;
  const served = serve(room, scene.strew(days, monthly(manner.served ?? 10, days, 30)), {
    thanked: manner.thanked ?? 0.7,
    askers,
    by: manner.helpers ?? [room.cadre],
  });
  chat(room, scene.strew(days, monthly(manner.talk ?? 24, days, 30)), { most: manner.most ?? 3 });
  const withTicket = scene.strew(
    served.map((_, index) => index),
    monthly(manner.tickets ?? 3, days, 30),
  );
  for (const index of withTicket) {
    const asked = served[index];
    if (!asked) continue;
    const { id, sender, sentAt } = asked.message;
    const steps = doneWell(room, sender, chance.pick([5, 5, 4]));
    file(room, { requester: sender, at: sentAt, topic: asked.words.topic, message: id }, steps);
  }
}

/** Links that are too young to be judged: most rooms keep them. */
export function youngLinks(room: Room): void {
  const whom = [...room.active, ...room.silent].slice(0, 100);
  link(room, whom.slice(0, Math.ceil(whom.length * 0.6)), 100);
}

/** Before it went wrong: an ordinary group from the beginning of the span. */
export const beforehand = (room: Room, to: number): void => ordinary(room, room.scene.span.days - 1, to);

/** Lively talk, notices of the cadre, and so many needs a month that no person answers, all through the span. */
export function busyWithoutHelp(room: Room, manner: { notices?: number; needs?: number } = {}): void {
  const { scene } = room;
  const days = scene.span.between(scene.span.days - 1, 0);
  const workdays = scene.span.workdays(scene.span.days - 1, 0);
  chat(room, scene.strew(days, monthly(25, days, 30)), { most: 3 });
  neglect(room, scene.strew(days, monthly(manner.needs ?? 8, days, 30)));
  notices(room, scene.strew(workdays, monthly(manner.notices ?? 14, workdays, 21)));
}
