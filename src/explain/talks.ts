import { declaredMembersAt } from '../analysis/measures/m10-backbone.ts';
import { voiceOf } from '../analysis/roster.ts';
import { isTwoWay, talksSince } from '../analysis/two-way.ts';
import { defineRows, type Row } from './define.ts';

/** M10: words that went both ways between each cadre and people of each role, and how many members have which role. */
export const talks = defineRows({
  id: 'M10',
  rows({ window, cadre }) {
    const sums = new Map<string, { people: number; words: number }>();
    for (const talk of talksSince(window, window.firstDay).filter(isTwoWay)) {
      const key = `${talk.cadreId} ${voiceOf(window.timeline.roster, talk.personId)}`;
      const sum = sums.get(key) ?? { people: 0, words: 0 };
      sum.people++;
      sum.words += talk.toMember + talk.toCadre;
      sums.set(key, sum);
    }
    const rows: Row[] = [...sums].map(([key, sum]) => {
      const [cadreId = '', role = ''] = key.split(' ');
      return { kind: 'talk', cadre: cadre(cadreId), role, ...sum };
    });
    const { declared, backbone } = declaredMembersAt(window);
    return [
      ...rows,
      { kind: 'members', role: 'backbone', people: backbone },
      { kind: 'members', role: 'other declared', people: declared - backbone },
    ];
  },
});
