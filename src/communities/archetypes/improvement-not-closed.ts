import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

export const improvementNotClosed = defineArchetype({
  name: 'improvement-not-closed',
  about: 'A leader ordered an improvement eleven weeks ago; it was accepted and nothing has happened since.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    ordinary(room, span.days - 1, 0);
    const filing = { requester: scene.person('leader'), at: span.at(78, 600), kind: 'improvement' as const };
    file(room, filing, [{ act: 'accept', by: room.cadre, hours: 20 }]);
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['improvement-not-closed'] });
  },
});
