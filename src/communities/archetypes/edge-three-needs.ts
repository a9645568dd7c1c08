import { defineArchetype } from '../define-archetype.ts';
import { livelyWithNeeds } from '../habits/edge.ts';
import { monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const edgeThreeNeeds = defineArchetype({
  name: 'edge-three-needs',
  about: 'At the edge: the same with three unanswered needs is busy-no-help.',
  play(scene) {
    const room = openRoom(scene);
    const workdays = scene.span.workdays(scene.span.days - 1, 0);
    livelyWithNeeds(room, 3);
    notices(room, scene.strew(workdays, monthly(15, workdays, 21)));
    scene.expect(room.id, { state: 'busy-no-help', noHelp: 'unanswered-needs', found: ['no-help-record'] });
  },
});
