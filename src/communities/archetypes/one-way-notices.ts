import { defineArchetype } from '../define-archetype.ts';
import { neglect } from '../habits/needs.ts';
import { acknowledge, monthly, notices } from '../habits/talk.ts';
import { openRoom } from '../room.ts';

export const oneWayNotices = defineArchetype({
  name: 'one-way-notices',
  about:
    'A notice on most working days, one need a month on a Sunday that gets no answer, now and then 收到: M6.',
  play(scene) {
    const room = openRoom(scene);
    const { span, chance } = scene;
    const workdays = span.workdays(span.days - 1, 0);
    for (const notice of notices(room, scene.strew(workdays, monthly(17, workdays, 21))))
      if (chance.happens(0.5)) acknowledge(room, notice, chance.whole(1, 2));
    neglect(room, [chance.pick(span.restDays(27, 2))]);
    for (let ago = 40; ago < span.days; ago += 30) neglect(room, [chance.pick(span.restDays(ago + 12, ago))]);
    const found = ['one-way-broadcast', 'no-help-record', 'quiet-group'] as const;
    scene.expect(room.id, { state: 'one-way', noHelp: 'unanswered-needs', found });
  },
});
