import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const edgeGrownUp = defineArchetype({
  name: 'edge-grown-up',
  about: 'At the edge: founded 33 days ago and served since: no longer unknown.',
  play(scene) {
    const room = openRoom(scene, { age: 33 });
    ordinary(room, 33, 0, { notices: 16 });
    // Before its 33 days there was nothing to compare with.
    scene.expect(room.id, {
      state: 'healthy',
      noHelp: null,
      open: ['noisy-office', 'quantity-without-quality'],
    });
  },
});
