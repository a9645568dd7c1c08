import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { healthPages } from '../../web/health.ts';
import { openTestDb } from '../support/open-test-db.ts';

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
});
afterEach(() => open.close().catch(() => undefined));

it('the program says that it lives and that its database answers', async () => {
  const app = healthPages(open.db);
  expect((await app.request('/healthz')).status).toBe(200);
  expect(await (await app.request('/readyz')).json()).toEqual({ ok: true });
});

it('a database that is gone makes it not ready, with the cure', async () => {
  const app = healthPages(open.db);
  await open.close();
  const answer = await app.request('/readyz');
  expect(answer.status).toBe(503);
  expect(JSON.stringify(await answer.json())).toContain('DATABASE_URL');
});
