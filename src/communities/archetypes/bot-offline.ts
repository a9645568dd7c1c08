import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { openRoom } from '../room.ts';
import { UNJUDGED } from '../truth.ts';

export const botOffline = defineArchetype({
  name: 'bot-offline',
  about:
    'The bot saw a third to two thirds of the hours, and next to nothing was said then: unknown, never cold.',
  play(scene) {
    const room = openRoom(scene, { online: scene.chance.whole(30, 66) / 100 });
    neglect(room, [24, 11]);
    scene.expect(room.id, { state: 'unknown', noHelp: null, ...UNJUDGED });
  },
});
