import { defineArchetype } from '../define-archetype.ts';
import { beforehand, ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';
import { UNJUDGED } from '../truth.ts';

export const renamedGroup = defineArchetype({
  name: 'renamed-group',
  about: 'The group moved to another unit under another name 26 days ago and is served as before.',
  play(scene) {
    const old = openRoom(scene, { endedAgo: 26, size: 64 });
    const room = openRoom(scene, { age: 26, cadres: old.cadres, size: 64 });
    beforehand(old, 27);
    scene.put({ type: 'group-change', from: old.id, to: room.id, at: scene.span.at(26, 540), act: 'rename' });
    ordinary(room, 26, 0, { notices: 17 });
    scene.expect(old.id, { state: 'unknown', noHelp: null, ...UNJUDGED });
    scene.expect(room.id, {
      state: 'healthy',
      noHelp: null,
      open: ['noisy-office', 'quantity-without-quality'],
    });
  },
});
