import { DAY_MS } from '../../time.ts';
import { linksAt, nominalCoverageAt, targetOf } from '../nominal-coverage.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isTwoWay, talksSince } from '../two-way.ts';
import type { GroupWindow } from '../window.ts';

/** M8 直接联系: of the members linked to the group's cadres, how many really exchanged words in both directions. */
export type DirectContact = {
  linked: number;
  /** 1+100 full-time, 1+10 part-time, summed over the cadres. */
  target: number;
  reached: number;
  /** Members, linked or not, with whom words went both ways in 90 days. */
  exchanged: number;
  /** 名义覆盖: linked ÷ target; null when nobody is linked. */
  nominal: number | null;
  /** Effective: reached ÷ the fewer of target and linked; null when nobody is linked. */
  share: number | null;
};

/** `cadre person` for all who spoke both ways, or met with the member's acknowledgement, in the last 90 days. */
export function reachedPairs(window: GroupWindow): Set<string> {
  const { timeline, lastDay, to } = window;
  const pairs = new Set(
    talksSince(window, lastDay - THRESHOLDS.contact.days + 1)
      .filter(isTwoWay)
      .map(({ cadreId, personId }) => `${cadreId} ${personId}`),
  );
  const since = to - THRESHOLDS.contact.days * DAY_MS;
  for (const { cadreId, personId, at, acknowledged } of timeline.history.contacts) {
    if (acknowledged && at.getTime() >= since && at.getTime() <= to) pairs.add(`${cadreId} ${personId}`);
  }
  return pairs;
}

export function measureDirectContact(window: GroupWindow): DirectContact {
  const { timeline, to } = window;
  const links = linksAt(timeline, to);
  const target = targetOf(
    timeline.history,
    links.map(link => link.cadreId),
  );
  const pairs = reachedPairs(window);
  const reached = new Set(
    links.filter(({ cadreId, personId }) => pairs.has(`${cadreId} ${personId}`)).map(link => link.personId),
  ).size;
  const linked = new Set(links.map(link => link.personId)).size;
  return {
    linked,
    target,
    reached,
    exchanged: new Set([...pairs].map(pair => pair.slice(pair.indexOf(' ') + 1))).size,
    nominal: nominalCoverageAt(timeline, to),
    share: linked > 0 ? Math.min(1, reached / Math.min(target, linked)) : null,
  };
}
