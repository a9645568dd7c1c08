import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { serverOf } from '../support/servers.ts';

const SCRIPT = fileURLToPath(new URL('./score-archive.ts', import.meta.url));

interface Scored {
  dialect: string;
  rows: Record<string, unknown[]>;
}

/** The jobs' rows, with the engine of this address. */
function scoreOn(url: string): Promise<Scored> {
  const env = { ...process.env, DATABASE_URL: url, NUANQUN_TEST_POSTGRES: url };
  const options = { env, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((done, fail) => {
    execFile(process.execPath, ['--import', 'tsx', SCRIPT], options, (error, stdout) => {
      if (error) fail(error);
      else done(JSON.parse(stdout) as Scored);
    });
  });
}

it('the same community gets the same scores, findings, digests and words on SQLite and on PostgreSQL', async () => {
  const sqlite = await scoreOn('');
  const postgres = await scoreOn(serverOf('NUANQUN_TEST_POSTGRES'));
  expect([sqlite.dialect, postgres.dialect]).toEqual(['sqlite', 'postgres']);
  for (const [table, rows] of Object.entries(sqlite.rows)) {
    expect(rows.length, table).toBeGreaterThan(0);
    expect(postgres.rows[table], table).toEqual(rows);
  }
}, 300_000);
