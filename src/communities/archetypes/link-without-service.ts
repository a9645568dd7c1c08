import { defineArchetype } from '../define-archetype.ts';
import { link } from '../habits/needs.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const linkWithoutService = defineArchetype({
  name: 'link-without-service',
  about:
    'Forty to sixty members linked for a year and more, who were never asked, called, visited or answered.',
  play(scene) {
    const room = openRoom(scene, { size: 120 });
    link(room, room.silent.slice(0, scene.chance.whole(40, 60)), 400);
    ordinary(room, scene.span.days - 1, 0);
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['link-without-service'] });
  },
});
