import { defineArchetype } from '../define-archetype.ts';
import { busyWithoutHelp } from '../habits/ordinary.ts';
import { monthly } from '../habits/talk.ts';
import { file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const friendsWhoRate = defineArchetype({
  name: 'friends-who-rate',
  about:
    'Gaming: three friends file tickets of their own and rate five stars, while the needs in the group stay unanswered.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    busyWithoutHelp(room);
    const days = span.workdays(span.days - 1, 3);
    for (const ago of scene.strew(days, monthly(8, days, 21))) {
      const requester = chance.pick(room.silent.slice(0, 3));
      file(room, { requester, at: span.at(ago, 600), topic: '其他' }, [
        { act: 'accept', by: room.cadre, hours: 1 },
        { act: 'ask', by: room.bot, hours: 2 },
        { act: 'close', by: room.cadre, hours: 1 },
        { act: 'rate', by: requester, hours: 1, stars: 5 },
      ]);
    }
    scene.expect(room.id, { state: 'busy-no-help', noHelp: 'unanswered-needs', found: ['no-help-record'] });
  },
});
