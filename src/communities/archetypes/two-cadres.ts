import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const twoCadres = defineArchetype({
  name: 'two-cadres',
  about: 'Look-alike: two cadres stand for the group, one of them is never heard; they are read together.',
  play(scene) {
    const cadres = scene.chance.shuffle([scene.person('cadre-full-time'), scene.person('cadre-part-time')]);
    const room = openRoom(scene, { cadres });
    ordinary(room, scene.span.days - 1, 0);
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
