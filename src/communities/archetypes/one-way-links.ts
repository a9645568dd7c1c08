import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { chat, monthly, office } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const oneWayLinks = defineArchetype({
  name: 'one-way-links',
  about: 'The cadre forwards links and says nothing: all posts count for M6, none of them is substantive.',
  play(scene) {
    const room = openRoom(scene);
    const { span, words, chance } = scene;
    const workdays = span.workdays(span.days - 1, 0);
    for (const ago of scene.strew(workdays, monthly(18, workdays, 21))) {
      const kind = chance.pick(['link', 'link', 'miniprogram'] as const);
      say(room, span.at(ago, office(room)), { by: room.cadre, kind, text: words.link() });
    }
    const [day = 8] = span.restDays(27, 2);
    neglect(room, [day]);
    for (let ago = 40; ago < span.days; ago += 30)
      chat(room, [chance.pick(span.restDays(ago + 12, ago))], { most: 1 });
    scene.expect(room.id, {
      state: 'one-way',
      noHelp: 'unanswered-needs',
      found: ['one-way-broadcast', 'cadre-silent', 'no-help-record', 'quiet-group'],
      // Whether a day of links is a cadre day, and whether links can be near-duplicate posts, is not said.
      open: ['occasional-contact', 'formalism', 'no-inbound-demand'],
    });
  },
});
