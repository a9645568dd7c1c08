/** Ids in one list of a query: well below the parameters that either engine takes. */
const IDS_A_QUERY = 5000;

/** The rows that `read` gives for all ids, asked for so many at a time; the order is kept within a slice only. */
export async function inSlices<T>(
  ids: Iterable<string>,
  read: (slice: string[]) => Promise<T[]>,
): Promise<T[]> {
  const all = [...new Set(ids)];
  const rows: T[] = [];
  for (let from = 0; from < all.length; from += IDS_A_QUERY)
    for (const row of await read(all.slice(from, from + IDS_A_QUERY))) rows.push(row);
  return rows;
}

/** Rows by a key, in their order. */
export function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
