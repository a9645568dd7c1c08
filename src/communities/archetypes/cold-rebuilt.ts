import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { beforehand } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';
import { COLD, UNJUDGED } from '../truth.ts';

export const coldRebuilt = defineArchetype({
  name: 'cold-rebuilt',
  about:
    'A cold group was rebuilt 26 days ago under a new id: its age is inherited, so the new one is cold, not young.',
  play(scene) {
    const old = openRoom(scene, { endedAgo: 26, size: 52 });
    beforehand(old, 120);
    for (const ago of [110, 95, 80, 66, 50, 38]) neglect(old, [ago]);
    const room = openRoom(scene, { age: 26, cadres: old.cadres, size: 52 });
    scene.put({
      type: 'group-change',
      from: old.id,
      to: room.id,
      at: scene.span.at(26, 540),
      act: 'rebuild',
    });
    neglect(room, [20, 9]);
    scene.expect(old.id, { state: 'unknown', noHelp: null, ...UNJUDGED });
    scene.expect(room.id, { state: 'cold', noHelp: 'unanswered-needs', ...COLD });
  },
});
