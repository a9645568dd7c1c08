import { defineArchetype } from '../define-archetype.ts';
import { acknowledge, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const noticeGroup = defineArchetype({
  name: 'notice-group',
  about: 'A group of kind notice, with notices and 收到 only: exempt, and not an office group either.',
  play(scene) {
    const room = openRoom(scene, { kind: 'notice' });
    const days = scene.span.workdays(scene.span.days - 1, 0);
    for (const notice of notices(room, scene.strew(days, monthly(14, days, 21))))
      acknowledge(room, notice, 5);
    scene.expect(room.id, { state: 'exempt', noHelp: null });
  },
});
