import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { inspect } from '../inspect.ts';
import { openRoom } from '../room.ts';

export const inspectedAndSteady = defineArchetype({
  name: 'inspected-and-steady',
  about: 'Look-alike: an inspection comes, and the cadre does what is done every week.',
  play(scene) {
    const room = openRoom(scene, { alone: true });
    ordinary(room, scene.span.days - 1, 0);
    inspect(room, scene.chance.whole(4, 20));
    inspect(room, scene.chance.whole(40, 60));
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
