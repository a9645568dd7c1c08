import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, office } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

const OPENINGS = ['', '【温馨提示】', '各位邻居：', '再次提醒，', '@所有人 '];

export const copiedPosts = defineArchetype({
  name: 'copied-posts',
  about:
    'Three notices are pasted again and again with another date or another opening; questions are answered beside them.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance, words } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    const pasted = [words.notice(), words.notice(), words.notice()];
    for (let n = 0; n < 2; n++) {
      for (const ago of scene.strew(workdays, monthly(16, workdays, 21))) {
        const date = chance.happens(0.5) ? `（${span.dayAt(ago).slice(5)}）` : '';
        const text = `${chance.pick(OPENINGS)}${chance.pick(pasted)}${date}`;
        say(room, span.at(ago, office(room)), { by: room.cadre, text });
      }
    }
    serve(room, scene.strew(days, monthly(12, days, 30)));
    chat(room, scene.strew(days, monthly(24, days, 30)));
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['formalism'] });
  },
});
