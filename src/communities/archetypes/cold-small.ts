import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const coldSmall = defineArchetype({
  name: 'cold-small',
  about: 'Fewer than thirty members, one need on one day of the window, no answer, no cadre to be heard.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.whole(12, 28) });
    for (let ago = scene.chance.whole(5, 24); ago < scene.span.days; ago += 36) neglect(room, [ago]);
    scene.expect(room.id, { state: 'cold', noHelp: 'unanswered-needs', ...COLD });
  },
});
