import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { beforehand } from '../habits/ordinary.ts';
import { chat } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const coolingUnheard = defineArchetype({
  name: 'cooling-unheard',
  about:
    'Members still talk, the cadre has been gone for fifty days, one need went unanswered: M1 and M2 without M3.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    beforehand(room, 50);
    chat(room, scene.strew(span.between(49, 0), 40), { most: 2 });
    neglect(room, [scene.chance.whole(4, 22)]);
    scene.expect(room.id, {
      state: 'cooling',
      noHelp: 'unanswered-needs',
      found: ['cadre-silent', 'no-help-record'],
      open: ['occasional-contact'],
    });
  },
});
