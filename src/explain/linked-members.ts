import { reachedPairs } from '../analysis/measures/m08-direct-contact.ts';
import { linksAt, targetOf } from '../analysis/nominal-coverage.ts';
import { defineRows } from './define.ts';

/** M8: cadre by cadre; a member whom two of them share is counted with the first, so that the rows add up. */
export const linkedMembers = defineRows({
  id: 'M8',
  rows({ window, cadre }) {
    const { history } = window.timeline;
    const links = linksAt(window.timeline, window.to);
    const pairs = reachedPairs(window);
    const byPair = [...pairs].map(pair => pair.split(' '));
    const ids = new Set([...links.map(link => link.cadreId), ...byPair.map(([cadreId]) => cadreId ?? '')]);
    const seen = { linked: new Set<string>(), reached: new Set<string>(), exchanged: new Set<string>() };
    const countNew = (of: keyof typeof seen, personIds: Iterable<string>): number => {
      const before = seen[of].size;
      for (const id of personIds) seen[of].add(id);
      return seen[of].size - before;
    };
    return [...ids].map(cadreId => {
      const own = links.filter(link => link.cadreId === cadreId).map(link => link.personId);
      const met = byPair.flatMap(([by, personId = '']) => (by === cadreId ? [personId] : []));
      return {
        kind: 'cadre',
        cadre: cadre(cadreId),
        target: own.length > 0 ? targetOf(history, [cadreId]) : 0,
        linked: countNew('linked', own),
        reached: countNew(
          'reached',
          own.filter(personId => pairs.has(`${cadreId} ${personId}`)),
        ),
        exchanged: countNew('exchanged', met),
      };
    });
  },
});
