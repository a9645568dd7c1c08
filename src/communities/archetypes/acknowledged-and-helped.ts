import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { acknowledge, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const acknowledgedAndHelped = defineArchetype({
  name: 'acknowledged-and-helped',
  about: 'Look-alike: many 收到, about a quarter of what members write, and real help beside them.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    const workdays = span.workdays(span.days - 1, 0);
    ordinary(room, span.days - 1, 0, { notices: 8, served: 12, talk: 29, most: 4 });
    for (const notice of notices(room, scene.strew(workdays, monthly(6, workdays, 21))))
      acknowledge(room, notice, chance.whole(3, 6));
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
