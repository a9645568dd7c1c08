import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { monthly, office } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const fillerPoster = defineArchetype({
  name: 'filler-poster',
  about:
    'Gaming: the cadre posts 收到, 👍 and 早上好 nearly every day. Nothing of it is substantive, all of it is a post: one-way.',
  play(scene) {
    const room = openRoom(scene);
    const { span, words, chance } = scene;
    const workdays = span.workdays(span.days - 1, 0);
    for (const ago of scene.strew(workdays, monthly(19, workdays, 21))) {
      const text = chance.happens(0.6) ? words.filler() : words.greeting();
      say(room, span.at(ago, office(room)), { by: room.cadre, text });
    }
    neglect(room, [chance.pick(span.restDays(27, 2))]);
    for (let ago = 40; ago < span.days; ago += 30) neglect(room, [chance.pick(span.restDays(ago + 12, ago))]);
    scene.expect(room.id, {
      state: 'one-way',
      noHelp: 'unanswered-needs',
      found: ['one-way-broadcast', 'cadre-silent', 'no-help-record', 'quiet-group'],
      open: ['occasional-contact', 'formalism'],
    });
  },
});
