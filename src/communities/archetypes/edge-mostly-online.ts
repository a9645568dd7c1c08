import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const edgeMostlyOnline = defineArchetype({
  name: 'edge-mostly-online',
  about: 'At the edge: the bot saw three quarters of the hours, in pieces, which is enough to judge.',
  play(scene) {
    const room = openRoom(scene, { online: 0.76 });
    ordinary(room, scene.span.days - 1, 0);
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
