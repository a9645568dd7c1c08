import { defineArchetype } from '../define-archetype.ts';
import { fewDays, STEADY_DAYS } from '../habits/edge.ts';
import { MIDDLE_SIZES, openRoom } from '../room.ts';

export const edgeFiveDays = defineArchetype({
  name: 'edge-five-days',
  about:
    'At the edge: five days of talk are not quiet (days ≤ 4), so a silent cadre and no help are cooling, not cold.',
  play(scene) {
    const room = openRoom(scene, { size: scene.chance.pick(MIDDLE_SIZES) });
    fewDays(room, [...STEADY_DAYS, 12], 2);
    scene.expect(room.id, {
      state: 'cooling',
      noHelp: 'unanswered-needs',
      found: ['cadre-silent', 'no-help-record'],
      // The secondary sign, half of the own median of eight weeks, is not what is planted here.
      open: ['occasional-contact', 'quiet-group'],
    });
  },
});
