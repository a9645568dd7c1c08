import { defineArchetype } from '../define-archetype.ts';
import { ask, complain } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

const COPY = '您好，您反映的情况我们已经记下，会尽快转有关方面研究，请耐心等待';

export const answerCopier = defineArchetype({
  name: 'answer-copier',
  about:
    'Gaming: every need gets the same pasted answer within hours, and the member says 没解决: no help, copied posts.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(25, days, 30)));
    const workdays = span.workdays(span.days - 1, 2);
    notices(room, scene.strew(workdays, monthly(2, workdays, 21)));
    for (const ago of scene.strew(workdays, monthly(14, workdays, 21))) {
      const asked = ask(room, ago, undefined, chance.whole(540, 840));
      const at = new Date(asked.message.sentAt.getTime() + chance.whole(20, 120) * 60_000);
      complain(room, asked, say(room, at, { by: room.cadre, text: COPY, replyTo: asked.message.id }));
    }
    scene.expect(room.id, {
      state: 'busy-no-help',
      noHelp: 'unanswered-needs',
      found: ['no-help-record', 'formalism'],
    });
  },
});
