import { begin, type Column, type Columns, end } from './columns.ts';

/** Days of a pack that are opened, as day numbers. */
export interface Span {
  firstDay: number;
  lastDay: number;
}

/** The first row of a day column, counted from the column's beginning, whose day is not before `day`. */
function rowFrom(columns: Columns, name: Column, day: number): number {
  const { i16 } = columns;
  const start = begin(columns, name);
  let [low, high] = [start, end(columns, name)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((i16[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low - start;
}

/** The rows of a span, as first and past the last, counted from the beginning of a column in order of days. */
export function rowsIn(columns: Columns, name: Column, span: Span): { from: number; until: number } {
  const { firstDay } = columns.head;
  return {
    from: rowFrom(columns, name, span.firstDay - firstDay),
    until: rowFrom(columns, name, span.lastDay - firstDay + 1),
  };
}
