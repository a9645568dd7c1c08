import { defineArchetype } from '../define-archetype.ts';
import { fewDays, STEADY_DAYS } from '../habits/edge.ts';
import { notices } from '../habits/talk.ts';
import { MIDDLE_SIZES, openRoom } from '../room.ts';
import { COLD } from '../truth.ts';

export const edgeThreeWords = defineArchetype({
  name: 'edge-three-words',
  about:
    'At the edge: three messages of the cadre in three weeks (msgs < 4) and four days of talk (days ≤ 4) are cold.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick(MIDDLE_SIZES) });
    fewDays(room, STEADY_DAYS, 2);
    notices(room, [110, 95, 80, 65, 50, 25, 18, 11]);
    // Before, two in thirty days: whether three are a rise by half is a play of small numbers.
    scene.expect(room.id, {
      state: 'cold',
      noHelp: 'unanswered-needs',
      found: COLD.found,
      open: [...COLD.open, 'noisy-office'],
    });
  },
});
