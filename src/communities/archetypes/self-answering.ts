import { defineArchetype } from '../define-archetype.ts';
import { ask } from '../habits/needs.ts';
import { busyWithoutHelp } from '../habits/ordinary.ts';
import { monthly } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const selfAnswering = defineArchetype({
  name: 'self-answering',
  about:
    'Gaming: a second account asks and answers itself, and says 解决了. Nobody else answered, so nothing was helped.',
  play(scene) {
    const room = openRoom(scene);
    const { span, words, chance } = scene;
    busyWithoutHelp(room, { needs: 5 });
    const days = span.between(span.days - 1, 1);
    const account = room.silent[0] ?? room.cadre;
    for (const ago of scene.strew(days, monthly(7, days, 30))) {
      const asked = ask(room, ago, account);
      const at = new Date(asked.message.sentAt.getTime() + chance.whole(40, 200) * 60_000);
      const text = chance.happens(0.5) ? words.thanks() : asked.words.answer();
      say(room, at, { by: account, text, replyTo: asked.message.id });
    }
    scene.expect(room.id, { state: 'busy-no-help', noHelp: 'unanswered-needs', found: ['no-help-record'] });
  },
});
