import { defineArchetype } from '../define-archetype.ts';
import { chat } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import { UNJUDGED } from '../truth.ts';

export const youngGroup = defineArchetype({
  name: 'young-group',
  about: 'Founded less than thirty days ago and nobody helped yet: unknown, whatever else is true.',
  play(scene) {
    const age = scene.chance.whole(8, 28);
    const room = openRoom(scene, { age });
    chat(room, scene.strew(scene.span.between(age, 0), 3), { most: 1 });
    scene.expect(room.id, { state: 'unknown', noHelp: null, ...UNJUDGED });
  },
});
