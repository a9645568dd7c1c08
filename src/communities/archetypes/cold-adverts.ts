import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { leisure, noise } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';
import { COLD } from '../truth.ts';

export const coldAdverts = defineArchetype({
  name: 'cold-adverts',
  about:
    'Adverts, red packets, stickers and 收到 every day, which are no substantive messages; two needs that nobody answers.',
  play(scene) {
    const room = openRoom(scene);
    const { span, words, chance } = scene;
    const sellers = room.silent.slice(0, 3);
    for (const ago of span.between(span.days - 1, 0)) {
      if (chance.happens(0.4))
        say(room, span.at(ago, leisure(room)), { by: chance.pick(sellers), text: words.advert() });
      if (chance.happens(0.4)) noise(room, ago, chance.pick(room.active));
      if (chance.happens(0.3))
        say(room, span.at(ago, 480), { by: room.bot, text: '今天的便民服务时间是九点到五点。' });
    }
    for (let ago = span.days - 8; ago >= 4; ago -= 13) neglect(room, [ago]);
    scene.expect(room.id, { state: 'cold', noHelp: 'unanswered-needs', ...COLD });
  },
});
