import { confirmationsOf, confirmedAt, gatherNeeds, helpOf } from '../analysis/needs.ts';
import { DAY_MS } from '../time.ts';
import type { WeekRows, WeekSpan } from './week-rows.ts';

/** 帮到的人 (P19: “解决了50多名青年的创业难题”): distinct persons, never 人次. */
export interface Helped {
  persons: number;
  /** The same persons by what they were helped with, the most first; null: no line fits. One person may stand in several. */
  byLine: readonly { line: string | null; persons: number }[];
  /** Distinct volunteers whose answer helped somebody: praised as a number, never by name. */
  volunteers: number;
}

/** An answer to a need that is older than this is talk of the past. */
const REACH_MS = 30 * DAY_MS;

interface Help {
  personId: string;
  line: string | null;
  volunteerId: string | null;
}

/** Whoever got a person's sure answer in the week that was not followed by 没解决. */
function answeredIn({ days, tickets }: WeekRows, { from, to }: WeekSpan): Help[] {
  const end = to.getTime();
  const since = from.getTime();
  const near = days.filter(day => day.needs.length > 0 || day.replies.length > 0 || day.marks.length > 0);
  const lines = new Map(near.flatMap(day => day.needs.map(need => [need.messageId, need.line ?? null])));
  const replies = near.flatMap(day => day.replies).filter(reply => reply.at < end);
  return gatherNeeds({ tickets }, near, replies, end - 1).flatMap(need => {
    const help = need.at >= since - REACH_MS ? helpOf(need, end - 1) : null;
    if (!help || help.at < since) return [];
    const volunteerId = help.voice === 'volunteer' ? help.byId : null;
    return [{ personId: need.byId, line: lines.get(need.messageId) ?? null, volunteerId }];
  });
}

/** Whoever said of a ticket within the week that it is solved, and did not take it back. */
function confirmedIn({ days, tickets }: WeekRows, { from, to }: WeekSpan): Help[] {
  const lines = new Map(
    days.flatMap(day => day.needs.map(need => [need.messageId, need.line ?? null] as const)),
  );
  return tickets.flatMap(ticket => {
    const at = confirmedAt(confirmationsOf(ticket, to.getTime() - 1), to.getTime() - 1);
    if (at === null || at < from.getTime()) return [];
    const { requesterId, line, messageId } = ticket.opening;
    return [{ personId: requesterId, line: line ?? lines.get(messageId ?? '') ?? null, volunteerId: null }];
  });
}

/** Group → how many of its members said within the week that their ticket is solved. */
export const confirmedByGroup = (rows: readonly WeekRows[], span: WeekSpan): Map<string, number> =>
  new Map(
    rows.map(row => [row.group.id, new Set(confirmedIn(row, span).map(help => help.personId)).size] as const),
  );

/** Distinct persons helped in the week in all of these groups, and with what. */
export function helpedIn(rows: readonly WeekRows[], span: WeekSpan): Helped {
  const helps = rows.flatMap(row => [...answeredIn(row, span), ...confirmedIn(row, span)]);
  const byLine = new Map<string | null, Set<string>>();
  for (const { line, personId } of helps)
    byLine.set(line, (byLine.get(line) ?? new Set<string>()).add(personId));
  return {
    persons: new Set(helps.map(help => help.personId)).size,
    byLine: [...byLine]
      .map(([line, persons]) => ({ line, persons: persons.size }))
      .sort((a, b) => b.persons - a.persons || ((a.line ?? '~') < (b.line ?? '~') ? -1 : 1)),
    volunteers: new Set(helps.flatMap(help => help.volunteerId ?? [])).size,
  };
}
