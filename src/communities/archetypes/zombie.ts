import { defineArchetype } from '../define-archetype.ts';
import { chat, noise } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const zombie = defineArchetype({
  name: 'zombie',
  about:
    'Nobody has asked anything and the cadre has said nothing for far more than 60 days; a line now and then.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick([40, 64, 90, 160]) });
    const { span, chance } = scene;
    for (let ago = span.days - 20; ago >= 3; ago -= chance.whole(24, 33)) {
      chat(room, [ago], { most: 1, by: room.active.slice(0, 2) });
      noise(room, ago + 2, chance.pick(room.active));
    }
    const found = [...COLD.found, 'zombie-group', 'no-inbound-demand'] as const;
    scene.expect(room.id, { state: 'cold', noHelp: 'no-needs', found, open: COLD.open });
  },
});
