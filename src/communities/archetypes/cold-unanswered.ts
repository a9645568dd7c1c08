import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { youngLinks } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const coldUnanswered = defineArchetype({
  name: 'cold-unanswered',
  about: 'Two or three needs a month that nobody answers; the cadre fell silent months ago: M1, M2 and M3.',
  play(scene) {
    const room = openRoom(scene);
    youngLinks(room);
    const { span } = scene;
    for (let ago = span.days - 10; ago >= 2; ago -= 11) neglect(room, [ago]);
    scene.expect(room.id, { state: 'cold', noHelp: 'unanswered-needs', ...COLD });
  },
});
