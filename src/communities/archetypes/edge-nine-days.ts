import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const edgeNineDays = defineArchetype({
  name: 'edge-nine-days',
  about:
    'At the edge: the cadre comes on two days running, then nine working days pass: g ≤ 10, so neither bursty nor occasional.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(24, days, 30)));
    const workdays = span.workdays(span.days - 1, 0).reverse();
    for (let at = 2; at < workdays.length - 2; at += 10) {
      const [later = 0, earlier = 0] = [workdays[at], workdays[at + 1]];
      notices(room, [earlier, earlier, later, later]);
      serve(room, [earlier], { thanked: 1 });
    }
    // Some eight to ten words: “watch”; a pair of days more or less changes the posts by half.
    scene.expect(room.id, { state: 'healthy', noHelp: null, open: ['cadre-silent', 'noisy-office'] });
  },
});
