import { defineArchetype } from '../define-archetype.ts';
import { fewDays, STEADY_DAYS } from '../habits/edge.ts';
import { notices } from '../habits/talk.ts';
import { MIDDLE_SIZES, openRoom } from '../room.ts';

export const edgeFourWords = defineArchetype({
  name: 'edge-four-words',
  about:
    'At the edge: with four messages in three weeks M1 does not hold, so quiet and unhelped is cooling, not cold.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick(MIDDLE_SIZES) });
    fewDays(room, STEADY_DAYS, 2);
    notices(room, [115, 105, 97, 85, 76, 65, 57, 45, 38, 26, 21, 15, 10]);
    scene.expect(room.id, {
      state: 'cooling',
      noHelp: 'unanswered-needs',
      found: ['no-help-record', 'quiet-group'],
      open: ['cadre-silent', 'noisy-office'],
    });
  },
});
