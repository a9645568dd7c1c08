import { SURE } from './group-day.ts';
import type { GroupHistory } from './group-history.ts';

/** 帮到的人: distinct persons, never 人次 (P19). */

/** Group → the people whose ticket was confirmed from `from` up to `to`. */
export function confirmedBetween(histories: readonly GroupHistory[], from: Date, to: Date) {
  const isIn = ({ opening, events }: GroupHistory['tickets'][number]) =>
    events.some(
      ({ act, byId, at }) =>
        act === 'confirm' && at >= from && at < to && (byId ?? opening.requesterId) === opening.requesterId,
    );
  return new Map(
    histories.map(({ group, tickets }) => [
      group.id,
      new Set(tickets.filter(isIn).map(({ opening }) => opening.requesterId)),
    ]),
  );
}

/** Distinct people who got a person's sure answer, or whose ticket was confirmed, from `from` up to `to`. */
export function helpedBetween(histories: readonly GroupHistory[], from: Date, to: Date): number {
  const helped = new Set([...confirmedBetween(histories, from, to).values()].flatMap(people => [...people]));
  for (const { days } of histories) {
    const askers = new Map(days.flatMap(day => day.needs.map(need => [need.messageId, need.byId] as const)));
    for (const reply of days.flatMap(day => day.replies)) {
      const asker = askers.get(reply.toMessageId ?? '');
      const isIn = reply.at >= from.getTime() && reply.at < to.getTime();
      if (!isIn || asker === undefined || asker === reply.byId) continue;
      if (reply.isHelpful && reply.voice !== 'bot' && reply.confidence >= SURE) helped.add(asker);
    }
  }
  return helped.size;
}
