import { defineArchetype } from '../define-archetype.ts';
import { converse, serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const backboneOnly = defineArchetype({
  name: 'backbone-only',
  about:
    'The cadre speaks with fifteen backbone members of 240 and with hardly anybody else; neighbours answer the others.',
  play(scene) {
    const room = openRoom(scene, { size: 240, backbone: 15 });
    const { span, chance } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 1)];
    chat(room, scene.strew(days, monthly(24, days, 30)));
    notices(room, scene.strew(workdays, monthly(10, workdays, 21)));
    const talks = scene.strew(workdays, monthly(20, workdays, 21));
    for (const [n, ago] of talks.entries())
      converse(room, ago, room.backbone[n % room.backbone.length] ?? '');
    for (const ago of scene.strew(workdays, monthly(2, workdays, 21)))
      converse(room, ago, chance.pick(room.active));
    serve(room, scene.strew(days, monthly(6, days, 30)), {
      by: room.active.slice(0, 5),
      askers: room.active.slice(5),
    });
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['backbone-only'] });
  },
});
