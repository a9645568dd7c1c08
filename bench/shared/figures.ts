/** The value below which the share `part` of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** `87.3`; `-` when there was nothing to count. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);

/** Milliseconds with as many digits as tell something. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** Rows under each other in columns, the first flush left, the others flush right; a row of one cell is a heading. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows.filter(each => each.length > 1))
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  const pad = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map(row => row.map(pad).join('  ').trimEnd()).join('\n');
}
