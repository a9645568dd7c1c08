import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { inspect } from '../inspect.ts';
import { openRoom } from '../room.ts';

export const inspectionSpike = defineArchetype({
  name: 'inspection-spike',
  about:
    'Gaming: the cadre wakes three days before an inspection and is gone three days after it; twelve silent working days follow.',
  play(scene) {
    const room = openRoom(scene, { alone: true });
    const { span } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(25, days, 30)));
    const workdays = span.workdays(span.days - 1, 0).reverse();
    for (let from = 12; from < workdays.length - 6; from += 24) {
      const day = (workdays[from] ?? 0) + 2;
      inspect(room, day);
      const awake = span.workdays(day + 3, day - 2);
      notices(room, [...awake, ...awake]);
      serve(room, awake.slice(0, Math.max(1, awake.length - 2)));
    }
    scene.expect(room.id, {
      state: 'bursty',
      noHelp: null,
      found: ['inspection-spike', 'occasional-contact'],
      // Six days may lie in one week or in two.
      open: ['cadre-silent', 'noisy-office'],
    });
  },
});
