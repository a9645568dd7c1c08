import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { chat } from '../habits/talk.ts';
import { LARGE_SIZES, openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const coldLarge = defineArchetype({
  name: 'cold-large',
  about:
    'A hundred and more members of whom four speak, on six to nine days a month; no cadre is heard: A < 5 %, days ≤ 10.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick(LARGE_SIZES) });
    const { span } = scene;
    const few = room.active.slice(0, 4);
    chat(room, scene.strew(span.between(span.days - 1, 30), Math.round((span.days - 30) / 5)), {
      most: 2,
      by: few,
    });
    const days = scene.strew(span.between(29, 0), 6);
    chat(room, days, { most: 2, by: few });
    neglect(room, days.slice(0, 2), few);
    neglect(room, scene.strew(span.between(span.days - 1, 31), 8), few);
    scene.expect(room.id, { state: 'cold', noHelp: 'unanswered-needs', ...COLD });
  },
});
