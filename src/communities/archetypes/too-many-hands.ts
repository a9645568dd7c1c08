import { defineArchetype } from '../define-archetype.ts';
import { ask } from '../habits/needs.ts';
import { ordinary } from '../habits/ordinary.ts';
import { monthly } from '../habits/talk.ts';
import { file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const tooManyHands = defineArchetype({
  name: 'too-many-hands',
  about: 'Eight tickets a month go through three or four hands before somebody acts: 间接传递.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    ordinary(room, span.days - 1, 0, { tickets: 0 });
    const hands = Array.from({ length: 4 }, () => scene.person('cadre-full-time'));
    const workdays = span.workdays(span.days - 1, 3);
    for (const ago of scene.strew(workdays, monthly(8, workdays, 21))) {
      const { message, words } = ask(room, ago, undefined, 560);
      const requester = message.sender;
      const [a = '', b = '', c = '', d = ''] = hands;
      file(room, { requester, at: message.sentAt, topic: words.topic, message: message.id }, [
        { act: 'assign', by: room.cadre, hours: 2 },
        { act: 'transfer', by: a, hours: 3 },
        { act: 'transfer', by: b, hours: 5 },
        { act: 'transfer', by: c, hours: 8 },
        { act: 'answer', by: d, hours: 6 },
        { act: 'ask', by: room.bot, hours: 1 },
        { act: 'confirm', by: requester, hours: 2 },
        { act: 'close', by: d, hours: 1 },
      ]);
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['too-many-hands'] });
  },
});
