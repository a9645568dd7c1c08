import { defineArchetype } from '../define-archetype.ts';
import { ask, thank } from '../habits/needs.ts';
import { chat, monthly } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const voiceOnly = defineArchetype({
  name: 'voice-only',
  about:
    'Look-alike: the cadre, who does not type, answers every need by a voice message within minutes; members say that it helped.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(24, days, 30)));
    for (const ago of scene.strew(workdays, monthly(15, workdays, 21))) {
      const asked = ask(room, ago, undefined, chance.whole(540, 960));
      const at = new Date(asked.message.sentAt.getTime() + chance.whole(2, 18) * 60_000);
      const answered = say(room, at, { by: room.cadre, kind: 'voice' });
      if (chance.happens(0.7)) thank(room, asked, answered);
    }
    // That a voice answer is help is said; whether it is one of the words of M1 is not quite.
    scene.expect(room.id, { state: 'healthy', noHelp: null, open: ['cadre-silent', 'occasional-contact'] });
  },
});
