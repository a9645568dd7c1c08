import { Hono } from 'hono';
import type { Db } from '../db/connect.ts';
import { readSetting } from '../db/settings.ts';

/** Whether the process lives (`/healthz`) and can do its work (`/readyz`); for the operator's watch, nothing of people in it. */
export function healthPages(db: Db): Hono {
  const app = new Hono();
  app.get('/healthz', context => context.json({ ok: true }));
  app.get('/readyz', async context => {
    try {
      await readSetting(db, 'ready');
      return context.json({ ok: true });
    } catch {
      return context.json(
        { ok: false, cure: 'the database does not answer; check DATABASE_URL and the server' },
        503,
      );
    }
  });
  return app;
}
