import { defineArchetype } from '../define-archetype.ts';
import { ask } from '../habits/needs.ts';
import { ordinary } from '../habits/ordinary.ts';
import { monthly } from '../habits/talk.ts';
import { closedAlone, file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const selfCertified = defineArchetype({
  name: 'self-certified',
  about:
    'Fifteen tickets a month are closed by the cadre’s own word, nobody was asked; on many different days.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    ordinary(room, span.days - 1, 0, { tickets: 0 });
    const workdays = span.workdays(span.days - 1, 2);
    for (const ago of scene.strew(workdays, monthly(16, workdays, 21))) {
      const { message, words } = ask(room, ago, undefined, 560);
      const filing = {
        requester: message.sender,
        at: message.sentAt,
        topic: words.topic,
        message: message.id,
      };
      file(room, filing, closedAlone(room, chance.whole(1, 26)));
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['self-certified'] });
  },
});
