import { defineArchetype } from '../define-archetype.ts';
import { beforehand, ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';
import { UNJUDGED } from '../truth.ts';

export const mergedGroup = defineArchetype({
  name: 'merged-group',
  about:
    'Two groups became one 25 days ago; the new one inherits their age and is served: healthy, not unknown.',
  play(scene) {
    const { span } = scene;
    const first = openRoom(scene, { endedAgo: 25 });
    const second = openRoom(scene, { endedAgo: 25, cadres: first.cadres });
    const room = openRoom(scene, { age: 25, cadres: first.cadres, size: 120 });
    for (const old of [first, second]) {
      beforehand(old, 26);
      scene.put({ type: 'group-change', from: old.id, to: room.id, at: span.at(25, 540), act: 'merge' });
      scene.expect(old.id, { state: 'unknown', noHelp: null, ...UNJUDGED });
    }
    ordinary(room, 25, 0, { served: 14, notices: 17, talk: 28 });
    // What the forerunners did belongs to its past or does not: not said for comparisons with earlier weeks.
    scene.expect(room.id, {
      state: 'healthy',
      noHelp: null,
      open: ['noisy-office', 'quantity-without-quality'],
    });
  },
});
