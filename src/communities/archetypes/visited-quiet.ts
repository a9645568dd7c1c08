import { defineArchetype } from '../define-archetype.ts';
import { serve, visit } from '../habits/needs.ts';
import { monthly, notices, respond } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const visitedQuiet = defineArchetype({
  name: 'visited-quiet',
  about:
    'Look-alike of cold: three or four days of talk a month, but the cadre is heard and visits members, who acknowledge it.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick([40, 52, 60, 80]) });
    const { span, chance } = scene;
    const workdays = span.workdays(span.days - 1, 0);
    const told = notices(room, scene.strew(workdays, monthly(12, workdays, 21)));
    for (const [n, notice] of told.entries()) {
      if (n % 4 !== 1) continue;
      for (const by of chance.shuffle(room.active).slice(0, 2)) respond(room, notice, by);
    }
    visit(room, scene.strew(workdays, monthly(7, workdays, 21)), room.silent);
    serve(room, [48], { thanked: 1 });
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['quiet-group'] });
  },
});
