import { defineArchetype } from '../define-archetype.ts';
import { acknowledge, chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const officeOnly = defineArchetype({
  name: 'office-only',
  about: 'All groups of the cadre are office groups: both exempt, and 从机关下到机关.',
  play(scene) {
    const { span } = scene;
    const days = span.workdays(span.days - 1, 0);
    const first = openRoom(scene, { kind: 'office', size: scene.chance.whole(14, 40) });
    const second = openRoom(scene, {
      kind: 'office',
      size: scene.chance.whole(14, 40),
      cadres: first.cadres,
    });
    for (const room of [first, second]) {
      for (const notice of notices(room, scene.strew(days, monthly(15, days, 21))))
        acknowledge(room, notice, 3);
      chat(room, scene.strew(days, monthly(10, days, 21)), { most: 1 });
      scene.expect(room.id, { state: 'exempt', noHelp: null, found: ['office-only'] });
    }
  },
});
