import { describe, expect, it } from 'vitest';
import { knownMigrations, migrate } from '../../db/migrate.ts';
import { openTestDb } from '../support/open-test-db.ts';

describe('migrations', () => {
  it('run twice change nothing', async () => {
    const open = await openTestDb();
    expect(await migrate(open)).toBe(knownMigrations().length);
    await open.close();
  });

  it('refuse a database of a newer program in one sentence', async () => {
    const open = await openTestDb();
    await open.exclusively(raw =>
      raw.run(`insert into schema_migrations (version, name, checksum) values (999, 'later', 'x')`),
    );
    await expect(migrate(open)).rejects.toThrow(/made by a newer Nuanqun \(schema 999/);
    await open.close();
  });

  it('refuse a database whose migration was changed behind them', async () => {
    const open = await openTestDb();
    await open.exclusively(raw =>
      raw.run(`update schema_migrations set checksum = 'other' where version = 1`),
    );
    await expect(migrate(open)).rejects.toMatchObject({ code: 'changed-migration' });
    await open.close();
  });

  it('that fail half way leave nothing behind', async () => {
    const open = await openTestDb();
    const known = knownMigrations();
    const broken = {
      version: known.length + 1,
      name: 'broken',
      sql: 'create table half (id text);\n--> statement-breakpoint\nno sql',
      checksum: 'x',
    };
    await expect(migrate(open, [...known, broken])).rejects.toThrow();
    await expect(open.rows('select * from half')).rejects.toThrow();
    await open.close();
  });
});
