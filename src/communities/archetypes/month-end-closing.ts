import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const monthEndClosing = defineArchetype({
  name: 'month-end-closing',
  about:
    'Every member is asked and confirms, but all tickets of the month are closed on one day: formalism, not self-certified.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    ordinary(room, span.days - 1, 0, { tickets: 0 });
    const day = chance.pick(span.workdays(12, 3));
    for (let n = 0; n < 13; n++) {
      const requester = chance.pick(room.active);
      const at = span.at(day + chance.whole(3, 15), 580 + n);
      file(room, { requester, at, topic: '证件与户口' }, [
        { act: 'accept', by: room.cadre, hours: 1 },
        { act: 'answer', by: room.cadre, hours: 6 },
        { act: 'ask', by: room.bot, hours: 1 },
        { act: 'confirm', by: requester, hours: 2 },
        { act: 'close', by: room.cadre, hours: 0, on: span.at(day, 930 + n) },
      ]);
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['formalism'] });
  },
});
