import { type Actor, CADRES, CAST, firstCadreOf } from './cast.ts';
import type { Deed, Desk, RefTicket, Remembered, Rule } from './ref-ticket.ts';

/**
 * The life of a ticket in plain rules, written from the issue and the documents and never from the code it is held
 * against: who asked, who has it, where it stands, how often it was opened again and handed on. Null: nothing happens.
 */

const WEEK_MS = 7 * 86_400_000;
const isWorkedOn = ({ state }: RefTicket) => state === 'open' || state === 'accepted' || state === 'waiting';
const isDone = ({ state }: RefTicket) => state === 'closed' || state === 'confirmed';
const followersOf = (desk: Desk, t: RefTicket) =>
  [...desk.values()].filter(each => each.follows === t.number);
const isStaff = (by: Actor) => by.role !== 'member' && by.role !== 'unknown';

export const put = (desk: Desk, ...changed: Remembered[]): Desk =>
  new Map([...desk, ...changed.map(t => [t.number, t] as const)]);

/** What went over the cadres' heads is the leader's until the leader has given word. */
const isHeld = (t: Remembered) =>
  !t.instructed &&
  (t.has === null ? t.kind === 'resource-gap' : CAST.some(({ id, leads }) => id === t.has && leads));
const serves = (by: Actor, t: Remembered) =>
  by.id !== t.keptFrom &&
  isStaff(by) &&
  (t.has === by.id || (!isHeld(t) && by.serves.some(id => id === t.group)));
const leads = (by: Actor, t: Remembered) => by.leads !== null && by.id !== t.keptFrom;

const requesters =
  (rule: Rule): Rule =>
  (desk, deed) =>
    deed.by.id === deed.t.requester ? rule(desk, deed) : null;
const cadres =
  (rule: Rule): Rule =>
  (desk, deed) =>
    serves(deed.by, deed.t) ? rule(desk, deed) : null;
const leaders =
  (rule: Rule): Rule =>
  (desk, deed) =>
    leads(deed.by, deed.t) ? rule(desk, deed) : null;
const acted = (t: Remembered, more: Partial<Remembered>): Remembered => ({ ...t, ...more, acts: t.acts + 1 });
const reopened = (t: Remembered): Partial<Remembered> => ({
  state: t.first ? 'accepted' : 'open',
  reopened: t.reopened + 1,
  stars: null,
});

const NEW = { state: 'open', reopened: 0, transfers: 0, extended: 0, stars: null, follows: null, acts: 1 };
const BLANK = { first: null, closedBy: null, doneAt: 0, instructed: false, keptFrom: null, about: null };
/** The next number belongs to what is opened next; none is given twice or left out. */
export const opened = (
  desk: Desk,
  t: Pick<RefTicket, 'kind' | 'group' | 'requester' | 'has'> & Partial<Remembered>,
): Desk => put(desk, { ...NEW, ...BLANK, ...t, number: desk.size + 1 });

/** A bad rating is followed up by the unit's leader, else by a colleague, and never by the rated. */
function calledBack(desk: Desk, { t, by }: Deed): Desk {
  const isOpen = [...desk.values()].some(each => each.about === t.number && isWorkedOn(each));
  if (isOpen || (t.kind !== 'request' && t.kind !== 'suggestion')) return desk;
  const keptFrom = t.closedBy ?? t.has;
  const callers = [
    ...CAST.filter(({ leads: unit }) => unit === 'u-street'),
    ...CADRES.filter(c => c.serves.some(id => id === t.group)),
    ...CADRES,
  ];
  const has = callers.find(({ id }) => id !== keptFrom)?.id ?? null;
  return opened(desk, {
    kind: 'call-back',
    group: t.group,
    requester: by.id,
    has,
    keptFrom,
    about: t.number,
    acts: 0,
  });
}

export const rules = {
  look: () => null,
  add: requesters((desk, { t, hasWords }) => (hasWords && isWorkedOn(t) ? put(desk, acted(t, {})) : null)),
  // What waits goes on with the one who has it; into other hands it comes by 转 alone.
  accept: cadres((desk, { t, by }) => {
    if (t.state === 'waiting')
      return t.has === null || t.has === by.id
        ? put(desk, acted(t, { state: t.first ? 'accepted' : 'open' }))
        : null;
    const taken = { state: 'accepted', has: by.id, first: t.first ?? by.id };
    return t.state === 'open' ? put(desk, acted(t, taken)) : null;
  }),
  transfer: cadres((desk, { t, by, to }) => {
    if (!isWorkedOn(t) || to.id === t.has || to.id === t.keptFrom) return null;
    const state = t.state === 'waiting' ? 'waiting' : 'open';
    return put(desk, acted(t, { state, has: to.id, transfers: t.transfers + 1, first: t.first ?? by.id }));
  }),
  assign: leaders((desk, { t, to }) => {
    if (!isWorkedOn(t) || to.id === t.has || to.id === t.keptFrom) return null;
    return put(desk, acted(t, { state: t.state === 'waiting' ? 'waiting' : 'open', has: to.id }));
  }),
  wait: cadres((desk, { t, hasWords }) =>
    hasWords && (t.state === 'open' || t.state === 'accepted')
      ? put(desk, acted(t, { state: 'waiting' }))
      : null,
  ),
  extend: cadres((desk, { t, hasWords, isLate }) =>
    hasWords && !isLate && t.extended === 0 && (t.state === 'open' || t.state === 'accepted')
      ? put(desk, acted(t, { extended: 1 }))
      : null,
  ),
  close: cadres((desk, { t, by, now, hasWords }) => {
    if (!isWorkedOn(t) || (t.kind === 'suggestion' && !hasWords)) return null;
    const done = { state: 'closed', closedBy: by.id, doneAt: now };
    return put(desk, ...[t, ...followersOf(desk, t).filter(isWorkedOn)].map(each => acted(each, done)));
  }),
  confirm: requesters((desk, { t, now }) => {
    if (!isWorkedOn(t) && t.state !== 'closed') return null;
    const together = followersOf(desk, t).filter(isWorkedOn);
    return put(
      desk,
      acted(t, { state: 'confirmed', doneAt: now }),
      ...together.map(f => ({ ...f, state: 'closed', doneAt: now })),
    );
  }),
  reopen: requesters((desk, { t, now }) => {
    if (!isDone(t)) return null;
    const { kind, group, requester, keptFrom } = t;
    if (now - t.doneAt > WEEK_MS)
      return opened(desk, { kind, group, requester, keptFrom, has: firstCadreOf(group) });
    const together = followersOf(desk, t).filter(({ state }) => state === 'closed');
    return put(
      desk,
      acted(t, { ...reopened(t), follows: null }),
      ...together.map(f => ({ ...f, ...reopened(f) })),
    );
  }),
  withdraw: requesters((desk, { t }) => {
    if (!isWorkedOn(t)) return null;
    return put(
      desk,
      acted(t, { state: 'withdrawn' }),
      ...followersOf(desk, t).map(f => ({ ...f, follows: null })),
    );
  }),
  rate: (stars: number) =>
    requesters((desk, deed) => {
      const { t, now } = deed;
      if (!isDone(t) || t.stars !== null || (t.state === 'closed' && now - t.doneAt > WEEK_MS)) return null;
      const rated = put(desk, acted(t, { stars }));
      return stars > 2 ? rated : calledBack(rated, deed);
    }),
  // A call-back stays with the one who calls back.
  link: cadres((desk, { t, other, by }) => {
    if (!other || other.number === t.number || t.kind === 'call-back' || other.kind === 'call-back')
      return null;
    const isFree = isWorkedOn(t) && t.follows === null && followersOf(desk, t).length === 0;
    const isMain = isWorkedOn(other) && other.follows === null && serves(by, other);
    return isFree && isMain ? put(desk, acted(t, { follows: other.number })) : null;
  }),
  unlink: cadres((desk, { t }) => (t.follows === null ? null : put(desk, acted(t, { follows: null })))),
  acknowledge: leaders((desk, { t }) => (isWorkedOn(t) || t.state === 'closed' ? desk : null)),
  instruct: leaders((desk, { t, hasWords }) =>
    hasWords && (isWorkedOn(t) || t.state === 'closed') ? put(desk, { ...t, instructed: true }) : null,
  ),
  straightUp: requesters((desk, { t }) =>
    isWorkedOn(t) || t.state === 'closed' ? put(desk, acted(t, {})) : null,
  ),
} satisfies Record<string, Rule | ((stars: number) => Rule)>;
