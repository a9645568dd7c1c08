import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Failure } from '../src/errors.ts';
import { dialect } from './columns.ts';
import type { OpenDb, RawDb } from './connect.ts';

const Journal = z.object({
  entries: z.array(z.object({ idx: z.number(), tag: z.string(), when: z.number() })),
});
const Applied = z.array(z.object({ version: z.coerce.number(), name: z.string(), checksum: z.string() }));

export interface Migration {
  version: number;
  name: string;
  sql: string;
  checksum: string;
}

/** The migrations this program knows, oldest first; a git checkout's line ends do not change a checksum. */
export function knownMigrations(): Migration[] {
  const folder = new URL(`./migrations/${dialect}/`, import.meta.url);
  const journal = Journal.parse(JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')));
  return journal.entries.map(entry => {
    const sql = readFileSync(new URL(`${entry.tag}.sql`, folder), 'utf8').replaceAll('\r\n', '\n');
    return {
      version: entry.idx + 1,
      name: entry.tag,
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

async function appliedMigrations(raw: RawDb) {
  await raw.run(
    'create table if not exists schema_migrations (version integer primary key, name text not null, checksum text not null)',
  );
  return Applied.parse(
    await raw.rows('select version, name, checksum from schema_migrations order by version'),
  );
}

/**
 * Brings the schema forward, under a lock, all or nothing.
 * Throws Failure('newer-schema') for a database of a newer program, Failure('changed-migration') when an applied
 * migration no longer reads as it did.
 */
export async function migrate(open: OpenDb, known: Migration[] = knownMigrations()): Promise<number> {
  return open.exclusively(async raw => {
    const applied = await appliedMigrations(raw);
    refuseUnknown(applied, known, open.where);
    for (const migration of known.slice(applied.length)) {
      for (const statement of migration.sql.split('--> statement-breakpoint')) await raw.run(statement);
      await raw.run(
        `insert into schema_migrations (version, name, checksum) values (${migration.version}, '${migration.name}', '${migration.checksum}')`,
      );
    }
    return known.length;
  });
}

function refuseUnknown(applied: z.infer<typeof Applied>, known: Migration[], where: string): void {
  for (const row of applied) {
    const mine = known.find(migration => migration.version === row.version);
    if (!mine) {
      throw new Failure(
        'newer-schema',
        `The database ${where} was made by a newer Nuanqun (schema ${row.version}, this program knows ${known.length}): start the newer program.`,
      );
    }
    if (mine.checksum !== row.checksum) {
      throw new Failure(
        'changed-migration',
        `Migration ${row.name} in the database ${where} differs from this program's: install the release that made it.`,
      );
    }
  }
}
