import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { acknowledge, chat, monthly, notices } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const acknowledgementGroup = defineArchetype({
  name: 'acknowledgement-group',
  about:
    'Each notice is followed by rows of 收到 and 接龙, far more than half of all that members write; some needs are answered.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick([64, 90, 120, 220]) });
    const { span, chance, nameOf } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    for (const notice of notices(room, scene.strew(workdays, monthly(14, workdays, 21)))) {
      acknowledge(room, notice, chance.whole(8, 11));
      if (chance.happens(0.7)) continue;
      const people = chance.shuffle(room.silent).slice(0, 3);
      for (const [n, by] of people.entries()) {
        const names = people.slice(0, n + 1).map((person, at) => `${at + 1}. ${nameOf(person)}`);
        say(room, new Date(notice.sentAt.getTime() + (n + 3) * 60_000), {
          by,
          text: `#接龙\n${names.join('\n')}`,
        });
      }
    }
    serve(room, scene.strew(days, monthly(7, days, 30)));
    chat(room, scene.strew(days, monthly(14, days, 30)), { most: 2 });
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['formalism'] });
  },
});
