import { defineArchetype } from '../define-archetype.ts';
import { busyWithoutHelp } from '../habits/ordinary.ts';
import { monthly, office } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';
import { BARE_THANKS } from '../words/spoken.ts';

export const plantedQuestions = defineArchetype({
  name: 'planted-questions',
  about:
    'Gaming: the cadre asks, answers himself, and a friend says 谢谢. A need is a member’s; theirs stay unanswered.',
  play(scene) {
    const room = openRoom(scene);
    const { span, words, chance } = scene;
    busyWithoutHelp(room, { needs: 6, notices: 8 });
    const friend = room.silent[0] ?? room.bot;
    const workdays = span.workdays(span.days - 1, 1);
    for (const ago of scene.strew(workdays, monthly(8, workdays, 21))) {
      const need = words.need();
      const begun = span.at(ago, office(room));
      const later = (minutes: number) => new Date(begun.getTime() + minutes * 60_000);
      const asked = say(room, begun, { by: room.cadre, text: `有邻居问：${need.text}` });
      const told = say(room, later(12), { by: room.cadre, text: need.answer(), replyTo: asked.id });
      const text = chance.pick(BARE_THANKS);
      say(room, later(30), { by: friend, text, replyTo: told.id });
    }
    scene.expect(room.id, { state: 'busy-no-help', noHelp: 'unanswered-needs', found: ['no-help-record'] });
  },
});
