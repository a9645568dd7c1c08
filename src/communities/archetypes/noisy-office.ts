import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices, respond } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const noisyOffice = defineArchetype({
  name: 'noisy-office',
  about: 'Posts of the cadre triple in the last month; before, eight members replied to them, now two.',
  play(scene) {
    const room = openRoom(scene);
    const { span } = scene;
    const days = span.between(span.days - 1, 0);
    chat(room, scene.strew(days, monthly(24, days, 30)), { by: room.silent.slice(0, 14) });
    serve(room, scene.strew(days, monthly(4, days, 30)), { thanked: 0, askers: room.silent.slice(0, 14) });
    const before = span.workdays(span.days - 1, 30);
    const told = notices(room, scene.strew(before, monthly(7, before, 21)));
    const circle = room.active.slice(0, Math.min(8, room.active.length));
    for (const [n, notice] of told.entries()) {
      for (const step of [0, 1, 2]) respond(room, notice, circle[(n * 3 + step) % circle.length] ?? '');
    }
    const now = span.workdays(29, 0);
    const loud = notices(room, [...now, ...now]);
    for (const [n, notice] of loud.entries()) if (n % 5 === 2) respond(room, notice, circle[n % 2] ?? '');
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['noisy-office'] });
  },
});
