/** Rows that go into the database in one statement: 500 of the widest table stay below every engine's limit. */
export const ROWS_A_STATEMENT = 500;

/** Lets `add` write the rows, so many at a time. */
export async function inBatches<T>(
  rows: readonly T[],
  add: (batch: T[]) => Promise<unknown>,
  size = ROWS_A_STATEMENT,
): Promise<void> {
  for (let from = 0; from < rows.length; from += size) await add(rows.slice(from, from + size));
}
