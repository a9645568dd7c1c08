import { dayFromNumber } from '../analysis/day-number.ts';
import type { DeclaredHistory } from '../analysis/group-history.ts';
import { begin, type Column, type Columns, end, lengthOf } from './columns.ts';
import type { KeptTickets } from './kept-ticket.ts';
import { listOf } from './list-of.ts';
import { LIKENESSES, NONE, VERDICTS } from './names.ts';
import { personAt } from './open-rows.ts';
import type { Rest } from './rest.ts';

const DECODER = new TextDecoder();

/** The text of a column of bytes. */
export const textOf = (columns: Columns, name: Column, skip = 0): string =>
  DECODER.decode(columns.u8.subarray(begin(columns, name) + skip, end(columns, name)));

/** The declared lists that a pack keeps as text. */
export const openRest = (columns: Columns): Rest =>
  // Our own bytes of this very format: nobody else writes them.
  JSON.parse(textOf(columns, 'declared')) as Rest;

const dayAt = ({ i16, head }: Columns, index: number): string =>
  dayFromNumber(head.firstDay + (i16[index] ?? 0));

/** 群众评议, by the Sunday of its week. */
export function openSurvey(columns: Columns): DeclaredHistory['survey'] {
  const { u8 } = columns;
  const [askCadres, askDays] = [begin(columns, 'askCadre'), begin(columns, 'askDay')];
  const [cadres, days] = [begin(columns, 'surveyCadre'), begin(columns, 'surveyDay')];
  const [knows, helped] = [begin(columns, 'surveyKnows'), begin(columns, 'surveyHelped')];
  return {
    asks: listOf(lengthOf(columns, 'askCadre'), row => ({
      cadreId: personAt(columns, askCadres + row),
      day: dayAt(columns, askDays + row),
    })),
    answers: listOf(lengthOf(columns, 'surveyCadre'), row => ({
      cadreId: personAt(columns, cadres + row),
      day: dayAt(columns, days + row),
      knows: u8[knows + row] === 1,
      helped: u8[helped + row] === NONE ? null : u8[helped + row] === 1,
    })),
  };
}

/** What the bot answered and what was said of it. */
export function openFaq(columns: Columns, { clusters }: Rest): DeclaredHistory['faq'] {
  if (clusters === null) return null;
  const [at, verdicts] = [begin(columns, 'faqAt'), begin(columns, 'faqVerdict')];
  return {
    answers: listOf(lengthOf(columns, 'faqAt'), row => ({
      at: new Date(columns.f64[at + row] ?? 0),
      verdict: VERDICTS[columns.u8[verdicts + row] ?? NONE] ?? null,
    })),
    clusters: clusters.map(({ since, until }) => ({
      since: new Date(since),
      until: until === null ? null : new Date(until),
    })),
  };
}

/** What the bot sent to the cadres. */
export function openBurden(columns: Columns, { hasBurden }: Rest): DeclaredHistory['burden'] {
  if (!hasBurden) return null;
  const [cadres, at] = [begin(columns, 'burdenCadre'), begin(columns, 'burdenAt')];
  return listOf(lengthOf(columns, 'burdenCadre'), row => ({
    cadreId: personAt(columns, cadres + row),
    at: new Date(columns.f64[at + row] ?? 0),
  }));
}

/** Kinds of the cadres' groups, and the fingerprints that stand in others of them as well. */
export const openElsewhere = (columns: Columns, { kinds }: Rest): DeclaredHistory['elsewhere'] => ({
  kinds,
  fingerprints: Array.from(
    columns.u16.subarray(begin(columns, 'elsewhereFingerprint'), end(columns, 'elsewhereFingerprint')),
    LIKENESSES.nameOf,
  ),
});

/** The tickets of a pack; most groups have none. */
export function openTickets(columns: Columns): KeptTickets {
  const text = textOf(columns, 'tickets');
  // As above.
  return text === '' ? { tickets: [], improvements: [] } : (JSON.parse(text) as KeptTickets);
}
