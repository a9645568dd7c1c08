import { dayNumberAt } from '../day-number.ts';
import type { NoHelp } from '../group-analysis.ts';
import type { GroupHistory } from '../group-history.ts';
import { isKnownHere } from '../known-here.ts';
import { confirmationsOf, confirmedAt, isConfirmed, isHelped, type TimelineNeed } from '../needs.ts';
import { voiceOf } from '../roster.ts';
import { type GroupWindow, needsIn, rowsWithin } from '../window.ts';

/** M2 帮助: H, what the members confirmed of it, and its yield. The bot's own answers are apart and never help. */
export type Help = {
  needs: number;
  help: number;
  /** Parts of H. */
  needsHelped: number;
  handovers: number;
  visits: number;
  confirmed: number;
  /** Distinct people helped, never 人次: one person asking every day is one. */
  persons: number;
  /** Of needsHelped: a cadre's voice, picture or file is all the answer there is; what it said is unknown. */
  unheard: number;
  /** H ÷ max(1, needs). */
  yield: number;
  botHelp: number;
  noHelp: NoHelp | null;
};

/** Confirmed tickets of the group's people whose need was not said in the group during the window: handed over elsewhere. */
export const handoversIn = (window: GroupWindow, saidHere: ReadonlySet<string>) =>
  window.timeline.history.tickets.flatMap(ticket => {
    const at = confirmedAt(confirmationsOf(ticket, window.to), window.to);
    const { opening } = ticket;
    if (at === null || at < window.from || saidHere.has(opening.messageId ?? '')) return [];
    const isOurs = opening.messageId !== null || isKnownHere(window, opening.requesterId);
    return isOurs ? [{ opening, at }] : [];
  });

/** Visits and calls that the member acknowledged, a key for each; two a day of the same pair are one. */
export function visitsIn({ timeline, from, to }: GroupWindow): Map<string, GroupHistory['contacts'][number]> {
  if (timeline.history.contacts.length === 0) return new Map();
  const kept = timeline.history.contacts.filter(contact => {
    const at = contact.at.getTime();
    return (
      contact.acknowledged && at >= from && at <= to && voiceOf(timeline.roster, contact.cadreId) === 'cadre'
    );
  });
  return new Map(kept.map(c => [`${c.cadreId} ${c.personId} ${c.way} ${dayNumberAt(c.at.getTime())}`, c]));
}

/** Nobody answered in words and the member did not say that it is solved: only a medium in the cadre's turn did. */
export const isUnheard = (tellings: readonly TimelineNeed[], until: number): boolean =>
  tellings.every(
    need => !isConfirmed(need, until) && !need.answers.some(({ at, rule }) => at <= until && rule !== 'turn'),
  );

/** The needs of the window and the three parts of H. */
export function helpIn(window: GroupWindow) {
  const needs = needsIn(window);
  const hasTickets = window.timeline.history.tickets.length > 0;
  return {
    needs,
    helped: needs.filter(tellings => tellings.some(need => isHelped(need, window.to))),
    handedOver: hasTickets ? handoversIn(window, new Set(needs.flat().map(need => need.messageId))) : [],
    visited: visitsIn(window),
  };
}

/** Everybody whom H is about, each once. */
export const personsHelped = ({ helped, handedOver, visited }: ReturnType<typeof helpIn>): Set<string> =>
  new Set([
    ...helped.flatMap(([need]) => need?.byId ?? []),
    ...handedOver.map(({ opening }) => opening.requesterId),
    ...[...visited.values()].map(({ personId }) => personId),
  ]);

export function measureHelp(window: GroupWindow): Help {
  const parts = helpIn(window);
  const { needs, helped, handedOver, visited } = parts;
  const [needsHelped, handovers, visits] = [helped.length, handedOver.length, visited.size];
  const help = needsHelped + handovers + visits;
  return {
    needs: needs.length,
    help,
    needsHelped,
    handovers,
    visits,
    confirmed:
      handovers + needs.filter(tellings => tellings.some(need => isConfirmed(need, window.to))).length,
    persons: personsHelped(parts).size,
    unheard: helped.filter(tellings => isUnheard(tellings, window.to)).length,
    yield: help / Math.max(1, needs.length),
    botHelp: needs.filter(tellings =>
      tellings.some(need => need.botAnsweredAt !== null && need.botAnsweredAt <= window.to),
    ).length,
    noHelp: help > 0 ? null : needs.length > 0 ? 'unanswered-needs' : 'no-needs',
  };
}

/** Whether there was any help at all: M2 for the daily state, which asks for no more. */
export const hasHelp = (window: GroupWindow): boolean =>
  rowsWithin(window.timeline.needs, window.firstDay, window.lastDay).some(need =>
    isHelped(need, window.to),
  ) ||
  handoversIn(window, new Set()).length > 0 ||
  visitsIn(window).size > 0;
