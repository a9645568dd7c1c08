import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Db, OpenDb, RawDb } from './connect.ts';

/** Any number that only this program uses, so that two starting processes migrate one after the other. */
const MIGRATION_LOCK = 7_015_427;

async function runExclusively<T>(pool: pg.Pool, work: (raw: RawDb) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const result = await work({
      run: async sql => void (await client.query(sql)),
      rows: async sql => (await client.query(sql)).rows,
    });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** A pool on a real PostgreSQL server. `schema` sets the search path, for tests that share a server. */
export function openPostgres(url: string, schema?: string): OpenDb {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    ...(schema ? { options: `-c search_path=${schema}` } : {}),
  });
  // An idle connection that the server drops must not end the process; the next query opens a new one.
  pool.on('error', () => undefined);
  return {
    db: drizzle(pool) as unknown as Db,
    exclusively: work => runExclusively(pool, work),
    rows: async sql => (await pool.query(sql)).rows,
    // Vacuum is the server's own; docs/operations says what stays in the WAL until then.
    scrub: async () => undefined,
    close: () => pool.end(),
    where: new URL(url).host,
  };
}
