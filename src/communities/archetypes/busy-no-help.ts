import { defineArchetype } from '../define-archetype.ts';
import { busyWithoutHelp, youngLinks } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const busyNoHelp = defineArchetype({
  name: 'busy-no-help',
  about: 'Lively talk, notices of the cadre, eight needs a month and not one that a person answers.',
  play(scene) {
    const room = openRoom(scene);
    youngLinks(room);
    busyWithoutHelp(room);
    scene.expect(room.id, { state: 'busy-no-help', noHelp: 'unanswered-needs', found: ['no-help-record'] });
  },
});
