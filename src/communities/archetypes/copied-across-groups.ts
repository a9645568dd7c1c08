import { defineArchetype } from '../define-archetype.ts';
import { serve } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { openRoom, type Room, say } from '../room.ts';

export const copiedAcrossGroups = defineArchetype({
  name: 'copied-across-groups',
  about: 'Every notice is another one, but each is pasted into all three groups of the cadre within minutes.',
  play(scene) {
    const { span, chance } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    const first = openRoom(scene);
    const others: Room[] = [1, 2].map(() => openRoom(scene, { cadres: first.cadres }));
    for (const notice of notices(first, scene.strew(workdays, monthly(17, workdays, 21)))) {
      for (const room of others) {
        const at = new Date(notice.sentAt.getTime() + chance.whole(1, 9) * 60_000);
        say(room, at, { by: room.cadre, text: notice.text ?? '' });
      }
    }
    for (const room of [first, ...others]) {
      serve(room, scene.strew(days, monthly(6, days, 30)));
      chat(room, scene.strew(days, monthly(22, days, 30)));
      scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['formalism'] });
    }
  },
});
