import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { chat, monthly } from '../habits/talk.ts';
import { openRoom } from '../room.ts';
import { UNJUDGED } from '../truth.ts';

export const noKnownCadre = defineArchetype({
  name: 'no-known-cadre',
  about: 'Nobody in the archive is said to stand for the group: unknown, though its needs go unanswered.',
  play(scene) {
    const room = openRoom(scene, { cadres: [] });
    const days = scene.span.between(scene.span.days - 1, 0);
    chat(room, scene.strew(days, monthly(12, days, 30)));
    neglect(room, scene.strew(days, monthly(5, days, 30)));
    scene.expect(room.id, { state: 'unknown', noHelp: null, ...UNJUDGED });
  },
});
