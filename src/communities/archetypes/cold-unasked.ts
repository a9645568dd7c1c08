import { defineArchetype } from '../define-archetype.ts';
import { beforehand } from '../habits/ordinary.ts';
import { chat, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const coldUnasked = defineArchetype({
  name: 'cold-unasked',
  about:
    'Was ordinary until 46 days ago; since then hardly a word of anybody and no need: cold for less than 60 days.',
  play(scene) {
    const room = openRoom(scene);
    beforehand(room, 46);
    chat(room, [scene.chance.whole(20, 27), scene.chance.whole(6, 12)], { most: 1 });
    const day = scene.span.workdays(25, 3);
    if (scene.chance.happens(0.5)) notices(room, [scene.chance.pick(day)]);
    scene.expect(room.id, { state: 'cold', noHelp: 'no-needs', ...COLD });
  },
});
