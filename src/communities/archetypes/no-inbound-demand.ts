import { defineArchetype } from '../define-archetype.ts';
import { visit } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const noInboundDemand = defineArchetype({
  name: 'no-inbound-demand',
  about:
    'Talk, notices and acknowledged visits, but in all those months nobody has ever asked for anything: 群众不找你.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(14, days, 30)), { most: 2 });
    notices(room, scene.strew(workdays, monthly(13, workdays, 21)));
    visit(room, scene.strew(workdays, monthly(6, workdays, 21)), room.silent);
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['no-inbound-demand'] });
  },
});
