import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const occasionalContact = defineArchetype({
  name: 'occasional-contact',
  about:
    'The cadre looks in every thirteenth working day, says two things and answers one question: gaps of more than ten.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(24, days, 30)));
    const workdays = span.workdays(span.days - 1, 0).reverse();
    for (let at = 2; at < workdays.length; at += 13) {
      const ago = workdays[at] ?? 0;
      notices(room, [ago, ago]);
      serve(room, [ago + 1]);
    }
    scene.expect(room.id, {
      state: 'bursty',
      noHelp: null,
      found: ['occasional-contact'],
      // Four to eight words a month: “watch”; and one look-in more or less is half of the posts.
      open: ['cadre-silent', 'noisy-office'],
    });
  },
});
