const NEEDS_QUOTES = /["\n\r,]/;
/** A spreadsheet would run such a cell as a formula. */
const FORMULA = /^[=+\-@\t]/;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of CSV; what people typed can neither break the table nor run as a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`;
