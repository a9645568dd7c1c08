import { DAY_MS } from '../../time.ts';
import { voiceOf } from '../roster.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, rowsWithin } from '../window.ts';

/** M8 直接联系: of the members linked to the group's cadres, how many really exchanged words in both directions. */
export type DirectContact = {
  linked: number;
  /** 1+100 full-time, 1+10 part-time, summed over the cadres. */
  target: number;
  reached: number;
  /** Null when nobody is linked. */
  share: number | null;
};

/** `a b` for every pair in which a spoke to b, or met b with b's acknowledgement, in the last 90 days. */
function pairsOf({ timeline, lastDay, to }: GroupWindow): Set<string> {
  const first = lastDay - THRESHOLDS.contact.days + 1;
  const pairs = new Set(
    rowsWithin(timeline.exchanges, first, lastDay).map(({ fromId, toId }) => `${fromId} ${toId}`),
  );
  const since = to - THRESHOLDS.contact.days * DAY_MS;
  for (const { cadreId, personId, at, acknowledged } of timeline.history.contacts) {
    if (!acknowledged || at.getTime() < since || at.getTime() > to) continue;
    pairs.add(`${cadreId} ${personId}`).add(`${personId} ${cadreId}`);
  }
  return pairs;
}

export function measureDirectContact(window: GroupWindow): DirectContact {
  const { history } = window.timeline;
  const links = history.links.filter(
    link =>
      voiceOf(window.timeline.roster, link.cadreId) === 'cadre' &&
      link.from.getTime() <= window.to &&
      (link.to === null || link.to.getTime() > window.to),
  );
  const linkedCadres = new Set(links.map(link => link.cadreId));
  const { fullTimeTarget, partTimeTarget } = THRESHOLDS.contact;
  const target = [...linkedCadres].reduce(
    (sum, id) => sum + (history.roles.get(id) === 'cadre-part-time' ? partTimeTarget : fullTimeTarget),
    0,
  );
  const pairs = pairsOf(window);
  const reached = new Set(
    links
      .filter(
        ({ cadreId, personId }) => pairs.has(`${cadreId} ${personId}`) && pairs.has(`${personId} ${cadreId}`),
      )
      .map(link => link.personId),
  ).size;
  const linked = new Set(links.map(link => link.personId)).size;
  const share = linked > 0 ? Math.min(1, reached / Math.min(target, linked)) : null;
  return { linked, target, reached, share };
}
