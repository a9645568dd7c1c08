import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const relay = defineArchetype({
  name: 'relay',
  about:
    'Volunteers answer every need, the cadre posts notices and has exchanged words with nobody in ninety days: 二传手.',
  play(scene) {
    const room = openRoom(scene, { volunteers: 3 });
    const { span } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(22, days, 30)));
    notices(room, scene.strew(workdays, monthly(14, workdays, 21)));
    serve(room, scene.strew(days, monthly(7, days, 30)), { by: room.volunteers });
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['relay'] });
  },
});
