import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import type { Span } from '../span.ts';

/** The last three working days of every month that is over within the span, by month. */
function monthEnds(span: Span): number[][] {
  const months = new Map<string, number[]>();
  for (const ago of span.workdays(span.days - 1, 0)) {
    const month = span.dayAt(ago).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), ago]);
  }
  const current = span.dayAt(0).slice(0, 7);
  if (span.dayAt(-1).startsWith(current)) months.delete(current);
  return [...months.values()].map(agos => agos.slice(-3));
}

export const monthEndBursts = defineArchetype({
  name: 'month-end-bursts',
  about: 'All that the cadre does in a month falls on its last three working days, month after month.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(25, days, 30)));
    const ends = monthEnds(span);
    for (const agos of ends) {
      notices(room, [...agos, ...agos, ...agos]);
      serve(room, agos.slice(0, 2), { thanked: 1 });
    }
    const last = ends.at(-1)?.at(-1) ?? 0;
    const gap = Math.max(
      span.workdays(last - 1, 0).length,
      span.workdays(29, (ends.at(-1)?.[0] ?? 0) + 1).length,
    );
    const isGap = gap > 11 && last < 27;
    scene.expect(room.id, {
      state: isGap ? 'bursty' : null,
      noHelp: isGap ? null : 'open',
      found: isGap ? ['formalism', 'occasional-contact'] : ['formalism'],
      open: ['cadre-silent', 'noisy-office', 'no-help-record', 'occasional-contact'],
    });
  },
});
