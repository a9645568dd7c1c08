import { defineArchetype } from '../define-archetype.ts';
import { fewDays, STEADY_DAYS } from '../habits/edge.ts';
import { notices } from '../habits/talk.ts';
import { MIDDLE_SIZES, openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const edgeLoudDay = defineArchetype({
  name: 'edge-loud-day',
  about:
    'Gaming: eight messages on one single day are one week of four, so M1 holds; quiet and unhelped, it is cold all the same.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick(MIDDLE_SIZES) });
    fewDays(room, STEADY_DAYS, 2);
    notices(
      room,
      Array.from({ length: 8 }, () => 17),
    );
    scene.expect(room.id, {
      state: 'cold',
      noHelp: 'unanswered-needs',
      found: COLD.found,
      open: [...COLD.open, 'noisy-office'],
    });
  },
});
