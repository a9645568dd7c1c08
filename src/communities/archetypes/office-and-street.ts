import { defineArchetype } from '../define-archetype.ts';
import { ordinary } from '../habits/ordinary.ts';
import { monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const officeAndStreet = defineArchetype({
  name: 'office-and-street',
  about: 'Look-alike: the cadre of an office group also serves a neighbourhood.',
  play(scene) {
    const days = scene.span.workdays(scene.span.days - 1, 0);
    const officeRoom = openRoom(scene, { kind: 'office', size: 24 });
    notices(officeRoom, scene.strew(days, monthly(12, days, 21)));
    const street = openRoom(scene, { cadres: officeRoom.cadres });
    ordinary(street, scene.span.days - 1, 0);
    scene.expect(officeRoom.id, { state: 'exempt', noHelp: null });
    scene.expect(street.id, { state: 'healthy', noHelp: null });
  },
});
