import { defineConfig } from 'vitest/config';

const postgres = process.env['NUANQUN_TEST_POSTGRES'] ?? '';
const alone = ['test/real/**', 'test/browser/**'];
const tests = (folder: string) => `${folder}/**/*.test.{ts,tsx}`;

export default defineConfig({
  test: {
    pool: 'forks',
    // Much of a chat test is waiting for the next tick.
    maxWorkers: '200%',
    env: { TZ: 'UTC', REDIS_URL: '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [tests('test')],
          exclude: alone,
          // The dialect is fixed when db/columns.ts loads, so it must stand in the environment before.
          env: { DATABASE_URL: '' },
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [
            ...['db', 'workers', 'bots', 'web'].map(room => tests(`test/${room}`)),
            'test/walk.test.ts',
          ],
          // They ask the database for nothing that others do not ask for too.
          exclude: [
            'emergency',
            'context',
            'meaning',
            'sensitive',
            'wechaty',
            'simulator',
            'supervise',
            'week',
          ].map(name => `test/bots/${name}.test.ts`),
          env: { DATABASE_URL: postgres },
          globalSetup: ['test/support/need-postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: alone.map(folder => `${folder}/*.test.{ts,tsx}`),
          env: { DATABASE_URL: '' },
          globalSetup: ['test/support/need-servers.ts'],
          // What kills servers and watches the clock must not share its processor with another file.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
