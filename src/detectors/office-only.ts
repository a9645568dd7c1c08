import { linksAt } from '../analysis/nominal-coverage.ts';
import type { GroupWindow } from '../analysis/window.ts';
import type { PersonRole } from '../people.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

const OF_THE_PEOPLE: ReadonlySet<PersonRole> = new Set(['member', 'volunteer', 'backbone']);

/** Declared roles of everybody whom the cadres are linked to, or ever visited or called. */
function rolesMet({ timeline, to }: GroupWindow): PersonRole[] {
  const { contacts, roles } = timeline.history;
  const met = new Set([
    ...linksAt(timeline, to).map(link => link.personId),
    ...contacts.filter(({ at }) => at.getTime() <= to).map(contact => contact.personId),
  ]);
  return [...met].map(personId => roles.get(personId) ?? 'unknown');
}

/** 从机关到机关: every group of the cadres is an office group, and whom they meet works in offices too. */
export const officeOnly = defineDetector({
  name: 'office-only',
  title: '从机关下到机关',
  quotation: { number: 'F8', words: '从机关下到机关' },
  severity: 'warn',
  seesExempt: true,
  detect(window) {
    const { hasCadre, history } = window.timeline;
    const { kinds } = history.elsewhere;
    if (!hasCadre || kinds.length === 0) return 'no-data';
    if (kinds.some(kind => kind !== 'office')) return null;
    const met = rolesMet(window);
    if (met.some(role => OF_THE_PEOPLE.has(role))) return null;
    if (met.includes('unknown')) return 'no-data';
    const contacts = met.length > 0 ? `联系和走访的${met.length}位里没有群众` : '也没有登记联系哪位群众';
    return {
      evidence: { officeGroups: kinds.length, contacts: met.length },
      prescription: `${kinds.length}个群都是机关群，${contacts}。${actDay(window.day)}前到一个社区群里，当面认识5位群众。`,
    };
  },
});
