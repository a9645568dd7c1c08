import { defineArchetype } from '../define-archetype.ts';
import { livelyWithNeeds } from '../habits/edge.ts';
import { monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const edgeTwoNeeds = defineArchetype({
  name: 'edge-two-needs',
  about:
    'At the edge: lively, a cadre who speaks, two needs unanswered. Fewer than three are not busy-no-help, M2 alone is not cooling.',
  play(scene) {
    const room = openRoom(scene);
    const workdays = scene.span.workdays(scene.span.days - 1, 0);
    livelyWithNeeds(room, 2);
    notices(room, scene.strew(workdays, monthly(15, workdays, 21)));
    scene.expect(room.id, { state: 'healthy', noHelp: 'unanswered-needs', found: ['no-help-record'] });
  },
});
