import type { MiddlewareHandler } from 'hono';

const HERE = new Set(['localhost', '127.0.0.1']);

/** The host of `host:port`, IPv6 left out: the demo listens on 127.0.0.1 only. */
const hostOf = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '').toLowerCase();

function isSameOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).protocol === 'http:' && new URL(origin).host === host;
}

/**
 * Refuses what a strange web page could send through the visitor's browser: a name that was made to point here
 * (DNS rebinding), and a form of another origin.
 */
export const onlyHere: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host');
  if (!HERE.has(hostOf(host))) {
    return context.json({ error: 'The demo answers only to http://127.0.0.1 and http://localhost.' }, 400);
  }
  const origin = context.req.header('origin');
  if (context.req.method !== 'GET' && origin !== undefined && !isSameOrigin(origin, host)) {
    return context.json({ error: 'The demo takes orders only from its own page.' }, 400);
  }
  return next();
};
