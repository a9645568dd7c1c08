import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import { WINDOW } from '../span.ts';

export const bursty = defineArchetype({
  name: 'bursty',
  about:
    'Seven working days of posts and help, then nothing for twelve and more: M5 by the gap, with help in the burst.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(25, days, 30)));
    const workdays = span.workdays(span.days - 1, 0).reverse();
    // Counted backwards: twelve silent working days, seven loud ones, and so on every twenty.
    for (let from = 12; from < workdays.length - 7; from += 20) {
      const burst = workdays.slice(from, from + 7).reverse();
      notices(room, [...burst, ...burst.slice(0, 4)]);
      serve(room, burst.slice(0, 5));
    }
    const heard = new Set(
      workdays
        .slice(12, 19)
        .filter(ago => ago < 28)
        .map(ago => Math.floor(ago / 7)),
    );
    const isSure = heard.size > 1 && (workdays[18] ?? WINDOW) < WINDOW;
    scene.expect(room.id, {
      state: 'bursty',
      noHelp: null,
      found: ['occasional-contact'],
      // A window holds one burst, the weeks before hold one or two.
      open: isSure ? ['noisy-office'] : ['noisy-office', 'cadre-silent'],
    });
  },
});
