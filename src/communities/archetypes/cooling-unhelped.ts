import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { monthly, notices, respond } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const coolingUnhelped = defineArchetype({
  name: 'cooling-unhelped',
  about:
    'The cadre posts as ever, members reply on three or four days a month, nobody asks and nobody is helped: M2 and M3.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick([40, 56, 70, 88]) });
    const { span, chance } = scene;
    const workdays = span.workdays(span.days - 1, 0);
    const told = notices(room, scene.strew(workdays, monthly(12, workdays, 21)));
    // Every fourth notice is replied to on its own day, so that the echo is far above a tenth.
    for (const [n, notice] of told.entries()) {
      if (n % 4 !== 1) continue;
      for (const by of chance.shuffle(room.active).slice(0, 2)) respond(room, notice, by);
    }
    serve(room, [48], { thanked: 1 });
    scene.expect(room.id, { state: 'cooling', noHelp: 'no-needs', found: ['no-help-record', 'quiet-group'] });
  },
});
