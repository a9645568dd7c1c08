import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const volunteerRich = defineArchetype({
  name: 'volunteer-rich',
  about: 'Look-alike: volunteers answer half of the needs, the cadre the other half.',
  play(scene) {
    const room = openRoom(scene, { volunteers: 4 });
    const helpers = [room.cadre, ...room.volunteers.slice(0, 1)];
    ordinary(room, scene.span.days - 1, 0, { served: 14, helpers, thanked: 0.9 });
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
