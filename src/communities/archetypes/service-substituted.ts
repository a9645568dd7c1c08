import { defineArchetype } from '../define-archetype.ts';
import { converse, serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const serviceSubstituted = defineArchetype({
  name: 'service-substituted',
  about:
    'Of some seventeen solved needs a month volunteers solve fifteen; the cadre does speak with members, so it is no relay.',
  play(scene) {
    const room = openRoom(scene, { volunteers: 4 });
    const { span, chance } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(20, days, 30)));
    notices(room, scene.strew(workdays, monthly(14, workdays, 21)));
    serve(room, scene.strew(days, monthly(16, days, 30)), { by: room.volunteers, thanked: 1 });
    for (const ago of scene.strew(workdays, monthly(1, workdays, 21)))
      converse(room, ago, chance.pick(room.active));
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['service-substituted'] });
  },
});
