import { and, eq, getTableColumns, like, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { isSureName, withoutNames } from '../../src/names-out.ts';
import type { Db } from '../connect.ts';
import { type AnyTable, keyColumns } from '../key-columns.ts';
import {
  appeals,
  examples,
  faqCandidates,
  findings,
  messages,
  outbox,
  surveyAnswers,
  themes,
  ticketEvents,
  tickets,
} from '../schema.ts';
import type { Owner } from './owner.ts';

/** Where others may have written of the person by name. */
const WORDS: readonly (readonly [table: AnyTable, columns: readonly string[]])[] = [
  [messages, ['text']],
  [tickets, ['topic', 'waitingReason']],
  [ticketEvents, ['data']],
  [outbox, ['text']],
  [faqCandidates, ['question', 'answer']],
  [findings, ['finding']],
  [surveyAnswers, ['words']],
  [examples, ['need', 'done']],
  [appeals, ['text']],
  [themes, ['topic', 'quote']],
];

const inEveryText = (value: unknown, names: readonly string[]): unknown => {
  if (typeof value === 'string') return withoutNames(value, names);
  if (Array.isArray(value)) return value.map(each => inEveryText(each, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEveryText(each, names)]));
};

async function eraseNamesIn(
  tx: Db,
  table: AnyTable,
  properties: readonly string[],
  names: readonly string[],
): Promise<void> {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const found = names.flatMap(name =>
    properties.map(property => like(sql`cast(${columns[property]} as text)`, `%${name}%`)),
  );
  const rows: Record<string, unknown>[] = await tx
    .select()
    .from(table)
    .where(or(...found));
  for (const row of rows) {
    const set = Object.fromEntries(properties.map(property => [property, inEveryText(row[property], names)]));
    const where = keyColumns(table).flatMap(key => {
      const column = columns[key];
      return column ? [eq(column, row[key])] : [];
    });
    await tx
      .update(table)
      .set(set)
      .where(and(...where));
  }
}

/**
 * The person's name goes out of what others wrote and still stands: a name of three signs or more everywhere, a shorter
 * one with its @ only, because it may be a word.
 */
export async function eraseNames(tx: Db, { names }: Owner): Promise<void> {
  const sure = names.flatMap(name => (isSureName(name) ? [name] : [`@${name}`, `＠${name}`]));
  if (!sure.length) return;
  for (const [table, properties] of WORDS) await eraseNamesIn(tx, table, properties, sure);
}
