import { DAY_MS } from '../time.ts';
import type { DeclaredHistory } from './group-history.ts';
import { confirmationsOf, confirmedAt } from './needs.ts';
import { linksAt } from './nominal-coverage.ts';
import { isOfMembers, voiceOf } from './roster.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { GroupWindow } from './window.ts';

/** 服务触达: of the members linked for half a year or longer, how many were ever served since, as far as is known (F5). */
export interface ServiceTouches {
  /** Distinct members. */
  linked: number;
  untouched: number;
}

/**
 * Who belongs to this group. The links of a cadre with several groups lead into all of them, and what is done
 * for people there is not seen from here.
 */
function belongsHere({ timeline, to }: GroupWindow): (personId: string) => boolean {
  const { elsewhere, members } = timeline.history;
  if (elsewhere.kinds.length <= 1) return () => true;
  const here = new Set(timeline.memberPosts.people);
  for (const { personId, leftAt } of members)
    if (leftAt === null || leftAt.getTime() > to) here.add(personId);
  return personId => here.has(personId);
}

/** Members linked long enough and still linked, each with the moment their link began. */
function longLinked(window: GroupWindow): Map<string, number> {
  const { timeline, to } = window;
  const isHere = belongsHere(window);
  const begun = new Map<string, number>();
  for (const { personId, from } of linksAt(timeline, to)) {
    const since = from.getTime();
    if (to - since < THRESHOLDS.linkedService.linkedDays * DAY_MS) continue;
    if (!isOfMembers(voiceOf(timeline.roster, personId)) || !isHere(personId)) continue;
    begun.set(personId, Math.min(since, begun.get(personId) ?? since));
  }
  return begun;
}

/** When each ticket of the group was confirmed by its member, as known at a moment. */
const confirmedTickets = ({ tickets }: DeclaredHistory, to: number): { personId: string; at: number }[] =>
  tickets.flatMap(ticket => {
    const at = confirmedAt(confirmationsOf(ticket, to), to);
    return at === null ? [] : [{ personId: ticket.opening.requesterId, at }];
  });

/** A touch is a need that a person surely answered, a confirmed ticket, a visit or a call, acknowledged or not. */
export function measureServiceTouches(window: GroupWindow): ServiceTouches {
  const { timeline, to } = window;
  const begun = longLinked(window);
  const touches = [
    ...timeline.needs.flatMap(need => need.answers.map(({ at }) => ({ personId: need.byId, at }))),
    ...[...(timeline.servedBefore ?? [])].map(([personId, at]) => ({ personId, at })),
    ...confirmedTickets(timeline.history, to),
    ...timeline.history.contacts.map(({ personId, at }) => ({ personId, at: at.getTime() })),
  ];
  const touched = new Set<string>();
  for (const { personId, at } of touches) {
    if (at <= to && at >= (begun.get(personId) ?? Number.POSITIVE_INFINITY)) touched.add(personId);
  }
  return { linked: begun.size, untouched: begun.size - touched.size };
}
