import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const improvementClosed = defineArchetype({
  name: 'improvement-closed',
  about:
    'Look-alike: an improvement was ordered and closed with the leader’s word in four days; another is from yesterday.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    ordinary(room, span.days - 1, 0);
    const requester = scene.person('leader');
    file(room, { requester, at: span.at(40, 600), kind: 'improvement' }, [
      { act: 'accept', by: room.cadre, hours: 3 },
      { act: 'answer', by: room.cadre, hours: 60 },
      { act: 'ask', by: room.bot, hours: 1 },
      { act: 'confirm', by: requester, hours: 20 },
      { act: 'close', by: room.cadre, hours: 1 },
    ]);
    file(room, { requester, at: span.at(1, 600), kind: 'improvement' }, [
      { act: 'accept', by: room.cadre, hours: 3 },
    ]);
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
