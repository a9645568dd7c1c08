/** Tables that staff fill in: which columns they have, how a row is read, and what is wrong with it, cell by cell. */

/** One column of a table. */
export interface Column {
  /** The Chinese heading of the template. */
  name: string;
  /** Other headings under which people write it. */
  also?: readonly string[];
  isNeeded?: boolean;
  /** The longest cell that is still of use in a chat. */
  most: number;
}

/** A cell that cannot be read, by its row (the heading being 1) and what to do about it. */
export interface CellFault {
  n: number;
  fault: string;
}

/** A row as it was read, with its number in the table. */
export interface PlacedRow<Row> {
  n: number;
  row: Row;
}

/** One kind of table. */
export interface Sheet<Key extends string = string, Row = unknown> {
  columns: Readonly<Record<Key, Column>>;
  /** Invented rows that show in the template how a row is meant. */
  examples: readonly Readonly<Record<Key, string>>[];
  /** Makes the row out of its cells; what is wrong with a cell is said through `fault`. */
  rowOf(cells: Readonly<Record<Key, string>>, fault: (key: Key, says: string) => void): Row;
}

/** The mould of tables; its keys and its rows are known by their types. */
export const defineSheet = <Key extends string, Row>(sheet: Sheet<Key, Row>): Sheet<Key, Row> => sheet;

const keysOf = <Key extends string>(columns: Readonly<Record<Key, Column>>): Key[] =>
  Object.keys(columns) as Key[];

/** The headings of the template, in their order. */
export const headingsOf = <Key extends string>({ columns }: Pick<Sheet<Key>, 'columns'>): string[] =>
  keysOf(columns).map(key => columns[key].name);

/** The example rows of the template, in the order of its headings. */
export const examplesOf = <Key extends string>(sheet: Sheet<Key>): string[][] =>
  sheet.examples.map(example => keysOf(sheet.columns).map(key => example[key]));

function placesOf<Key extends string>(sheet: Sheet<Key>, cells: readonly string[]): Map<Key, number> {
  const places = new Map<Key, number>();
  for (const key of keysOf(sheet.columns)) {
    const { name, also = [] } = sheet.columns[key];
    const at = cells.findIndex(cell => [name, ...also].includes(cell.trim()));
    if (at >= 0) places.set(key, at);
  }
  return places;
}

function faultsOf<Key extends string>(sheet: Sheet<Key>, cells: Readonly<Record<Key, string>>): string[] {
  return keysOf(sheet.columns).flatMap(key => {
    const { name, isNeeded = false, most } = sheet.columns[key];
    const length = [...cells[key]].length;
    if (isNeeded && length === 0) return [`“${name}”是空的；请填上`];
    return length > most ? [`“${name}”有${length}个字；最多${most}个字`] : [];
  });
}

const missingOf = <Key extends string>(sheet: Sheet<Key>, places: ReadonlyMap<Key, number>): string[] =>
  keysOf(sheet.columns)
    .filter(key => sheet.columns[key].isNeeded && !places.has(key))
    .map(key => sheet.columns[key].name);

function readRow<Key extends string, Row>(
  sheet: Sheet<Key, Row>,
  places: ReadonlyMap<Key, number>,
  written: readonly string[],
): { row: Row; faults: string[] } {
  const cellAt = (key: Key) => (written[places.get(key) ?? -1] ?? '').trim().replace(/\s+/gu, ' ');
  const cells = Object.fromEntries(keysOf(sheet.columns).map(key => [key, cellAt(key)])) as Record<
    Key,
    string
  >;
  const faults = faultsOf(sheet, cells);
  const row = sheet.rowOf(cells, (key, says) => void faults.push(`“${sheet.columns[key].name}”${says}`));
  return { row, faults };
}

/** Reads a table; lines that begin with # are remarks, empty ones are passed over. Every bad cell is told. */
export function readSheet<Key extends string, Row>(
  sheet: Sheet<Key, Row>,
  table: readonly (readonly string[])[],
): { rows: PlacedRow<Row>[]; faults: CellFault[] } {
  const lines = table
    .map((cells, at) => ({ cells, n: at + 1 }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== '') && !cells[0]?.startsWith('#'));
  const [heading, ...body] = lines;
  const places = placesOf(sheet, heading?.cells ?? []);
  const missing = missingOf(sheet, places);
  const n = heading?.n ?? 1;
  if (missing.length) {
    const all = headingsOf(sheet).join('、');
    return { rows: [], faults: [{ n, fault: `没有“${missing.join('”“')}”一列；表头是：${all}` }] };
  }
  if (!body.length) return { rows: [], faults: [{ n, fault: '表头下面没有内容；请填至少一行' }] };
  const read = body.map(line => ({ n: line.n, ...readRow(sheet, places, line.cells) }));
  return {
    rows: read.map(line => ({ n: line.n, row: line.row })),
    faults: read.flatMap(line => line.faults.map(fault => ({ n: line.n, fault }))),
  };
}
