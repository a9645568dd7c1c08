import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Db } from '../db/connect.ts';
import { readSetting } from '../db/settings.ts';
import { Failure } from '../src/errors.ts';

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

/** Serves the health pages. Throws Failure('bad-config') when the address cannot be used. */
export async function serveHealth(
  db: Db,
  { host, port }: { host: string; port: number },
): Promise<{ stop(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: healthPages(db).fetch });
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(
        new Failure(
          'bad-config',
          `NUANQUN_WEB_PORT: ${host}:${port} cannot be used (${error.message}); choose another port`,
        ),
      );
    server.once('error', refuse);
    server.listen(port, host, () => resolve());
  });
  return { stop: () => new Promise(resolve => server.close(() => resolve())) };
}
