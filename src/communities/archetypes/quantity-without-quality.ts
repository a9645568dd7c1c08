import { defineArchetype } from '../define-archetype.ts';
import { answer, ask, complain, link, thank } from '../habits/needs.ts';
import { chat, monthly, notices } from '../habits/talk.ts';
import { doneWell, file } from '../habits/tickets.ts';
import { openRoom } from '../room.ts';

/** Months from the oldest: the needs, all of other linked members; how many of ten are confirmed; the stars given. */
const MONTHS = [
  { from: 119, needs: 2, confirmed: 10, stars: 5, linked: 20 },
  { from: 89, needs: 6, confirmed: 10, stars: 5, linked: 0 },
  { from: 59, needs: 10, confirmed: 6, stars: 3, linked: 6 },
  { from: 29, needs: 14, confirmed: 2, stars: 1, linked: 6 },
] as const;

export const quantityWithoutQuality = defineArchetype({
  name: 'quantity-without-quality',
  about:
    'Month after month more members are linked and reached, and fewer of them say that it helped: S and T fall by a third each time.',
  play(scene) {
    const room = openRoom(scene, { size: 120 });
    const { span, chance } = scene;
    const [days, workdays] = [span.between(span.days - 1, 0), span.workdays(span.days - 1, 0)];
    chat(room, scene.strew(days, monthly(24, days, 30)), { by: room.silent.slice(0, 20) });
    notices(room, scene.strew(workdays, monthly(13, workdays, 21)));
    let [next, linked] = [0, 0];
    for (const month of MONTHS) {
      link(room, room.active.slice(linked, linked + month.linked), month.from);
      linked += month.linked;
      const agos = scene.strew(span.between(month.from, month.from - 26), month.needs);
      agos.forEach((ago, n) => {
        const member = room.active[next++] ?? room.cadre;
        const asked = ask(room, ago, member, chance.whole(540, 900));
        const answered = answer(room, asked, { by: room.cadre, workingMinutes: 30 });
        const isConfirmed = n < Math.round((month.needs * month.confirmed) / 10);
        if (isConfirmed) thank(room, asked, answered);
        else if (n % 3 > 0) complain(room, asked, answered);
        if (n % 2 > 0) return;
        const filing = { requester: member, at: asked.message.sentAt, message: asked.message.id };
        file(room, filing, doneWell(room, member, month.stars));
      });
    }
    scene.expect(room.id, { state: 'healthy', noHelp: null, found: ['quantity-without-quality'] });
  },
});
