import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const recovered = defineArchetype({
  name: 'recovered',
  about:
    'Was cold until 55 days ago; a cadre came who speaks and helps: healthy, after more than seven good days in a row.',
  play(scene) {
    const room = openRoom(scene);
    for (let ago = scene.span.days - 10; ago > 58; ago -= 14) neglect(room, [ago]);
    ordinary(room, 54, 0);
    // Whether the responders of 30 days are more than those of the 56 before depends on how the two are compared.
    scene.expect(room.id, { state: 'healthy', noHelp: null, open: ['noisy-office'] });
  },
});
