import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import type { Span } from '../span.ts';

/** Working days, but for the two before and the two after every holiday of five days and more. */
function awayFromHolidays(span: Span): number[] {
  const workdays = span.workdays(span.days - 1, 0);
  return workdays.filter((_, index) => {
    const near = workdays.slice(Math.max(0, index - 2), index + 3);
    return near.every((ago, at) => at === 0 || (near[at - 1] ?? ago) - ago <= 5);
  });
}

export const festivalPause = defineArchetype({
  name: 'festival-pause',
  about:
    'Look-alike: nothing is said around 国庆 or 春节, two working days before and after included; all else is ordinary.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const kept = awayFromHolidays(span);
    notices(room, scene.strew(kept, monthly(16, kept, 21)));
    serve(room, scene.strew(kept, monthly(12, kept, 21)));
    chat(room, scene.strew(kept, monthly(18, kept, 21)));
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
