import type { DeclaredHistory } from '../analysis/group-history.ts';
import { begin, type Column, type Columns, end } from './columns.ts';
import type { KeptTickets } from './kept-ticket.ts';
import { LIKENESSES, SLOTS } from './names.ts';
import type { Rest } from './rest.ts';

type RestDeclared = Pick<
  DeclaredHistory,
  'survey' | 'elsewhere' | 'catalogue' | 'faq' | 'burden' | 'inspectionDays'
>;

const DECODER = new TextDecoder();

/** The text of a column of bytes. */
export const textOf = (columns: Columns, name: Column, skip = 0): string =>
  DECODER.decode(columns.u8.subarray(begin(columns, name) + skip, end(columns, name)));

/** The declared lists that a pack keeps as text. */
export function openRest(columns: Columns): RestDeclared {
  // Our own bytes of this very format: nobody else writes them.
  const rest = JSON.parse(textOf(columns, 'declared')) as Rest;
  const ofCadre = <T extends { cadre: number }>({ cadre, ...more }: T) => ({
    ...more,
    cadreId: SLOTS.nameOf(cadre),
  });
  return {
    survey: { asks: rest.asks.map(ofCadre), answers: rest.answers.map(ofCadre) },
    elsewhere: {
      kinds: rest.kinds,
      fingerprints: Array.from(
        columns.u16.subarray(begin(columns, 'elsewhereFingerprint'), end(columns, 'elsewhereFingerprint')),
        LIKENESSES.nameOf,
      ),
    },
    catalogue: rest.lines && { lines: rest.lines },
    faq: rest.faq && {
      answers: rest.faq.answers.map(({ at, verdict }) => ({ at: new Date(at), verdict })),
      clusters: rest.faq.clusters.map(({ since, until }) => ({
        since: new Date(since),
        until: until === null ? null : new Date(until),
      })),
    },
    burden: rest.burden?.map(({ cadre, at }) => ({ cadreId: SLOTS.nameOf(cadre), at: new Date(at) })) ?? null,
    inspectionDays: rest.inspectionDays,
  };
}

/** The tickets of a pack; most groups have none. */
export function openTickets(columns: Columns): KeptTickets {
  const text = textOf(columns, 'tickets');
  // As above.
  return text === '' ? { tickets: [], improvements: [] } : (JSON.parse(text) as KeptTickets);
}
