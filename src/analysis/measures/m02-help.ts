import type { NoHelp } from '../group-analysis.ts';
import { confirmationsOf, confirmedAt, isConfirmed, isHelped } from '../needs.ts';
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
  /** H ÷ max(1, needs). */
  yield: number;
  botHelp: number;
  noHelp: NoHelp | null;
};

/** Confirmed tickets whose need was not said in the group during the window: handed over elsewhere. */
function countHandovers(window: GroupWindow, saidHere: ReadonlySet<string>): number {
  return window.timeline.history.tickets.filter(ticket => {
    const at = confirmedAt(confirmationsOf(ticket, window.to), window.to);
    return at !== null && at >= window.from && !saidHere.has(ticket.opening.messageId ?? '');
  }).length;
}

/** Visits and calls that the member acknowledged; two a day of the same pair are one. */
function countVisits({ timeline, from, to }: GroupWindow): number {
  const kept = timeline.history.contacts.filter(contact => {
    const at = contact.at.getTime();
    return (
      contact.acknowledged && at >= from && at <= to && voiceOf(timeline.roster, contact.cadreId) === 'cadre'
    );
  });
  return new Set(kept.map(c => `${c.cadreId} ${c.personId} ${c.way} ${c.at.toISOString().slice(0, 10)}`))
    .size;
}

export function measureHelp(window: GroupWindow): Help {
  const needs = needsIn(window);
  const needsHelped = needs.filter(tellings => tellings.some(need => isHelped(need, window.to))).length;
  const handovers = countHandovers(window, new Set(needs.flat().map(need => need.messageId)));
  const visits = countVisits(window);
  const help = needsHelped + handovers + visits;
  return {
    needs: needs.length,
    help,
    needsHelped,
    handovers,
    visits,
    confirmed:
      handovers + needs.filter(tellings => tellings.some(need => isConfirmed(need, window.to))).length,
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
  countHandovers(window, new Set()) > 0 ||
  countVisits(window) > 0;
