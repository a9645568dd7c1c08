import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const smallCircle = defineArchetype({
  name: 'small-circle',
  about: 'Twelve to twenty-eight people, little talk, a question a week that is answered: small is not cold.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.whole(12, 28) });
    ordinary(room, scene.span.days - 1, 0, { served: 5, talk: 5, most: 2, notices: 12, tickets: 1 });
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
