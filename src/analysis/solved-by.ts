import { isAsked } from '../ticket/of-member.ts';
import type { TicketEvent, TicketLog } from '../ticket.ts';
import { confirmationsOf, confirmedAt, helpOf, isHelped } from './needs.ts';
import { voiceOf } from './roster.ts';
import { type GroupWindow, needsIn } from './window.ts';

type Moment = Pick<GroupWindow, 'from' | 'to'>;

/** Who worked a ticket to its end: its closer, else the last who acted on it. */
function workerOf(events: readonly TicketEvent[], requesterId: string): string | null {
  const own = events.filter(({ byId }) => byId !== null && byId !== requesterId);
  const closer = own.findLast(({ act }) => act === 'close');
  const last = own.findLast(({ act }) => act === 'answer' || act === 'wait' || act === 'accept');
  return (closer ?? last)?.byId ?? null;
}

/** Who solved a ticket that ended in the window and was not reopened or withdrawn since; null for any other. */
function solverOf(ticket: TicketLog, { from, to }: Moment): string | null {
  const known = ticket.events.filter(event => event.at.getTime() <= to);
  const end = known.findLast(
    ({ act }) => act === 'close' || act === 'confirm' || act === 'reopen' || act === 'withdraw',
  );
  if (!end || end.act === 'reopen' || end.act === 'withdraw' || end.at.getTime() < from) return null;
  const isDone =
    known.some(({ act }) => act === 'close') || confirmedAt(confirmationsOf(ticket, to), to) !== null;
  return isDone ? workerOf(known, ticket.opening.requesterId) : null;
}

/**
 * 谁办成的: for every need of the window that was helped, and every ticket said elsewhere that was closed in it and
 * held, the person who did it first (F10). Where the log does not say who, the matter is left out.
 */
export function solversIn(window: GroupWindow): string[] {
  const { timeline, to } = window;
  const { tickets } = timeline.history;
  const needs = needsIn(window);
  const saidHere = new Set(needs.flat().map(need => need.messageId));
  const ofNeeds = needs.flatMap(tellings => {
    if (!tellings.some(need => isHelped(need, to))) return [];
    const [first] = tellings.flatMap(need => helpOf(need, to) ?? []).sort((a, b) => a.at - b.at);
    if (first) return [first.byId];
    const told = new Set(tellings.map(need => need.messageId));
    const ticket = tickets.find(({ opening }) => told.has(opening.messageId ?? ''));
    return (ticket && solverOf(ticket, { from: Number.NEGATIVE_INFINITY, to })) ?? [];
  });
  const ofTickets = tickets
    .filter(({ opening }) => isAsked(opening.kind) && !saidHere.has(opening.messageId ?? ''))
    .flatMap(ticket => solverOf(ticket, window) ?? []);
  return [...ofNeeds, ...ofTickets].filter(personId => voiceOf(timeline.roster, personId) !== 'bot');
}
