import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { Failure } from '../src/errors.ts';
import { healthPages } from './health.ts';
import { senderOf } from './intake/guard.ts';
import { type IntakeParts, intakeRoutes } from './intake/routes.tsx';

const addressOf = (c: Context): string =>
  senderOf(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'));

/** Everything the web door serves: its health for the operator's watch, and the units' pages for letters. */
export function webPages(parts: IntakeParts): Hono {
  const app = new Hono();
  app.route('/', healthPages(parts.db));
  app.route('/write', intakeRoutes(parts));
  return app;
}

/** Opens the web door. Throws Failure('bad-config') when the address cannot be used. */
export async function serveWeb(
  parts: Omit<IntakeParts, 'addressOf'>,
  { host, port }: { host: string; port: number },
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: webPages({ ...parts, addressOf }).fetch });
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
  const at = server.address();
  return {
    port: at !== null && typeof at === 'object' ? at.port : port,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}
