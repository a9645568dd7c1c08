import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices, office } from '../habits/talk.ts';
import { openRoom, say } from '../room.ts';

export const shallowTouch = defineArchetype({
  name: 'shallow-touch',
  about:
    'The cadre greets one linked member after another with one message; nobody replies and nobody is greeted twice.',
  play(scene) {
    const room = openRoom(scene, { size: 480 });
    const { span, words, nameOf, put } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(24, days, 30)));
    notices(room, scene.strew(workdays, monthly(6, workdays, 21)));
    serve(room, scene.strew(days, monthly(3, days, 30)));
    serve(room, scene.strew(days, monthly(5, days, 30)), {
      by: room.active.slice(0, 5),
      askers: room.active.slice(5),
    });
    // Two rounds, so that half of the month's episodes are older than the fourteen days of a follow-up.
    for (let round = 0; round < 2; round++) {
      const count = monthly(12, workdays, 21);
      for (const [n, ago] of scene.strew(workdays, count).entries()) {
        const member = room.silent[round * count + n];
        if (!member) continue;
        const text = `@${nameOf(member)} ${words.care()}`;
        put({ type: 'link', cadre: room.cadre, person: member, from: span.at(120, 540), to: null });
        say(room, span.at(ago, office(room)), { by: room.cadre, text, mentions: [member] });
      }
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['shallow-touch'] });
  },
});
