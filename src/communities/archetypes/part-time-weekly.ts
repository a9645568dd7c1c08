import { defineArchetype } from '../define-archetype.ts';
import { ask, link, thank } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const partTimeWeekly = defineArchetype({
  name: 'part-time-weekly',
  about:
    'Look-alike: a part-time cadre comes every fifth working day and answers what came since: 1+10, gaps of five.',
  play(scene) {
    const room = openRoom(scene, { cadreRole: 'cadre-part-time' });
    const { span, chance } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(20, days, 30)));
    link(room, room.active.slice(0, 10), 90);
    const workdays = span.workdays(span.days - 1, 0).reverse();
    for (let at = 2; at < workdays.length - 5; at += 5) {
      const ago = workdays[at] ?? 0;
      notices(room, [ago, ago]);
      for (const before of [1, 2]) {
        const asked = ask(room, ago + before, undefined, chance.whole(1080, 1260));
        const { id, sender: by } = asked.message;
        const text = asked.words.answer();
        thank(
          room,
          asked,
          say(room, span.at(ago, chance.whole(545, 700)), { by: room.cadre, text, replyTo: id }),
        );
        if (chance.happens(0.1)) say(room, span.at(ago, 720), { by, kind: 'sticker' });
      }
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
