import { Failure } from '../src/errors.ts';
import { type CellFault, type PlacedRow, readSheet, type Sheet } from '../src/sheets/sheet.ts';
import { readTable } from './read-table.ts';

/** So many faults are told at once; whoever has mended these runs it again. */
const MOST_FAULTS = 20;

/** Refuses a table with every bad cell named by its row; nothing of it is taken. */
export function refuseFaults(file: string, faults: readonly CellFault[]): void {
  if (!faults.length) return;
  const told = faults.slice(0, MOST_FAULTS).map(({ n, fault }) => `${file}: line ${n}: ${fault}`);
  const more = faults.length - told.length;
  throw new Failure('bad-line', [...told, ...(more ? [`${file}: and ${more} more`] : [])].join('\n'));
}

/** The rows of a csv or xlsx file of one kind; throws a Failure that names every bad cell. */
export async function readRows<Key extends string, Row>(
  file: string,
  sheet: Sheet<Key, Row>,
): Promise<PlacedRow<Row>[]> {
  const { rows, faults } = readSheet(sheet, await readTable(file));
  refuseFaults(file, faults);
  return rows;
}

/** A unit or a group that a table names. */
interface Named {
  id: string;
  name: string;
}

/** Rows put to the units or groups they name, in the order of the table; a name nobody has, or two have, is refused. */
export function byNamed<Row, Place extends Named>(
  file: string,
  rows: readonly PlacedRow<Row>[],
  find: { heading: string; nameOf: (row: Row) => string; known: readonly Place[] },
): Map<Place, PlacedRow<Row>[]> {
  const found = new Map<Place, PlacedRow<Row>[]>();
  const faults: CellFault[] = [];
  for (const placed of rows) {
    const name = find.nameOf(placed.row);
    const byId = find.known.filter(each => each.id === name);
    const named = byId.length ? byId : find.known.filter(each => each.name === name);
    const [only] = named;
    if (only && named.length === 1) found.set(only, [...(found.get(only) ?? []), placed]);
    else if (only)
      faults.push({
        n: placed.n,
        fault: `“${find.heading}”“${name}”有${named.length}个同名的；请写编号`,
      });
    else
      faults.push({
        n: placed.n,
        fault: `“${find.heading}”“${name}”没有登记；先用 roster import 登记，或改成登记的名字`,
      });
  }
  refuseFaults(file, faults);
  return found;
}

/** Refuses a thing that a table says twice where it may stand once. */
export function refuseTwice<Row>(
  file: string,
  rows: readonly PlacedRow<Row>[],
  what: { heading: string; of: (row: Row) => string },
): void {
  const seen = new Map<string, number>();
  const faults: CellFault[] = [];
  for (const { n, row } of rows) {
    const key = what.of(row);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, n);
    else faults.push({ n, fault: `“${what.heading}”和第${first}行一样；一个只写一行` });
  }
  refuseFaults(file, faults);
}
