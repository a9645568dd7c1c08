import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { beforehand } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const coolingQuiet = defineArchetype({
  name: 'cooling-quiet',
  about:
    'No cadre to be heard and hardly any talk, but a neighbour answered the one question of the month: M1 and M3 without M2.',
  play(scene) {
    const room = openRoom(scene);
    beforehand(room, 75);
    for (const ago of [64, 44, 33, scene.chance.whole(5, 22)])
      serve(room, [ago], { by: room.active.slice(0, 4), askers: room.active.slice(4), thanked: 1 });
    scene.expect(room.id, {
      state: 'cooling',
      noHelp: null,
      found: ['cadre-silent', 'quiet-group'],
      open: ['occasional-contact'],
    });
  },
});
