import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

type Full = PgDatabase<PgQueryResultHKT>;

/** What both dialects can do; nothing else may be called. Inside `transaction` use `tx`, never the outer `db`. */
export type Db = Pick<
  Full,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$count'
> & {
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
};

/** Plain SQL, for migrations only. */
export interface RawDb {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

/** An open database and what its owner may do with it. */
export interface OpenDb {
  db: Db;
  /** Statements outside the query builder, in one transaction that no other process can run beside: migrations. */
  exclusively<T>(work: (raw: RawDb) => Promise<T>): Promise<T>;
  /** Rows of one statement outside the query builder. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** After texts were dropped: makes sure they are gone from the files too, as far as the engine can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
  where: string;
}
