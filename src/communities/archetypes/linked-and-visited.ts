import { defineArchetype } from '../define-archetype.ts';
import { link, visit } from '../habits/needs.ts';
import { ordinary } from '../habits/ordinary.ts';
import { openRoom } from '../room.ts';

export const linkedAndVisited = defineArchetype({
  name: 'linked-and-visited',
  about: 'Look-alike: links of a year, and every linked member is visited or called each month.',
  play(scene) {
    const room = openRoom(scene, { cadreRole: 'cadre-part-time' });
    const linked = room.silent.slice(0, 10);
    link(room, linked, 400);
    const workdays = scene.span.workdays(scene.span.days - 1, 0);
    visit(room, scene.strew(workdays, Math.round((workdays.length * 14) / 21)), linked);
    ordinary(room, scene.span.days - 1, 0);
    scene.expect(room.id, { state: 'healthy', noHelp: null });
  },
});
