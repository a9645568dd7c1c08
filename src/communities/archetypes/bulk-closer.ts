import { defineArchetype } from '../define-archetype.ts';
import { ask } from '../habits/needs.ts';
import { busyWithoutHelp } from '../habits/ordinary.ts';
import { file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const bulkCloser = defineArchetype({
  name: 'bulk-closer',
  about:
    'Gaming: tickets of a month are closed on one day without asking anybody; the needs in the group stay unanswered.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    busyWithoutHelp(room, { needs: 4 });
    const day = chance.pick(span.workdays(9, 3));
    for (let n = 0; n < 14; n++) {
      const { message, words } = ask(room, day + chance.whole(4, 18));
      const filing = {
        requester: message.sender,
        at: message.sentAt,
        topic: words.topic,
        message: message.id,
      };
      file(room, filing, [
        { act: 'accept', by: room.cadre, hours: 1 },
        { act: 'close', by: room.cadre, hours: 0, on: span.at(day, 900 + n) },
      ]);
    }
    scene.expect(room.id, {
      state: 'busy-no-help',
      noHelp: 'unanswered-needs',
      found: ['no-help-record', 'formalism', 'self-certified'],
    });
  },
});
