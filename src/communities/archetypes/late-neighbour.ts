import { defineArchetype } from '../define-archetype.ts';
import { answer, ask, thank } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const lateNeighbour = defineArchetype({
  name: 'late-neighbour',
  about:
    'Look-alike: answers come one to three working days late, but they come, and members say that they helped.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(22, days, 30)));
    notices(room, scene.strew(workdays, monthly(12, workdays, 21)));
    for (const ago of scene.strew(days, monthly(9, days, 30))) {
      const asked = ask(room, ago);
      const answered = answer(room, asked, { by: room.cadre, workingMinutes: chance.whole(400, 1150) });
      if (chance.happens(0.7)) thank(room, asked, answered);
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
