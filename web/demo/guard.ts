import type { MiddlewareHandler } from 'hono';

/** The page may load only what this server gives, and nothing may frame it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** A page elsewhere that made its name point to this machine carries its own name as host. */
const isHere = (host: string | undefined): boolean => host !== undefined && LOOPBACK.test(host);

/** A browser names the page that sends; scripts send no origin. */
const isOwnPage = (origin: string | undefined, host: string): boolean =>
  origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;

/** Lets in only this machine's own page and scripts; the answer is one sentence otherwise. */
export const onlyFromHere: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host');
  if (!isHere(host)) return c.json({ error: '演示只在本机打开，请用 http://127.0.0.1 加端口。' }, 400);
  if (c.req.method !== 'GET' && !isOwnPage(c.req.header('origin'), host ?? '')) {
    return c.json({ error: '别的网页不能替您在演示里说话。' }, 400);
  }
  await next();
  c.header('content-security-policy', POLICY);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cache-control', 'no-store');
  return undefined;
};
