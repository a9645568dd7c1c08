import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const quietButServed = defineArchetype({
  name: 'quiet-but-served',
  about: 'Hardly any small talk, but every question gets an answer: a silent majority is no fault.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick([40, 56, 72, 90]) });
    ordinary(room, scene.span.days - 1, 0, { served: 9, talk: 3, most: 1, notices: 10 });
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
