import { defineArchetype } from '../define-archetype.ts';
import { ordinary, youngLinks } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const healthyLively = defineArchetype({
  name: 'healthy-lively',
  about:
    'A cadre who is there, questions that are answered, members who say so, and talk every day; some archives tell no observation.',
  play(scene) {
    const room = openRoom(scene, scene.chance.happens(0.3) ? { online: 'untold' } : {});
    youngLinks(room);
    ordinary(room, scene.span.days - 1, 0, { served: 12, talk: 28, most: 4 });
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
