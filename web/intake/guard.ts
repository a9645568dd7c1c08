import type { Context, MiddlewareHandler } from 'hono';

/** The page loads its own style and nothing else, sends its forms home only, and nothing may frame it. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Nothing of a letter stays in a cache; no other site learns from where somebody came. */
export const sealed: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', POLICY);
  c.header('x-content-type-options', 'nosniff');
  // With no-referrer browsers would call their own page's form of no origin.
  c.header('referrer-policy', 'same-origin');
  c.header('cache-control', 'no-store');
};

const originOf = (href: string | undefined): string | null =>
  href && URL.canParse(href) ? new URL(href).origin : null;

/** Was the form sent by this page? Other sites cannot write letters in a visitor's name. */
export function isOwnForm(c: Context, publicUrl: string | null): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const from = originOf(c.req.header('origin') ?? c.req.header('referer'));
  if (from === null) return false;
  const host = c.req.header('host')?.toLowerCase();
  return from === originOf(publicUrl ?? undefined) || new URL(from).host === host;
}

const NEAR =
  /^(::1|(::ffff:)?(127|10)\.|(::ffff:)?192\.168\.|(::ffff:)?172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/iu;

/** Who sent it: the other end of the line, or whom the proxy beside this program names last. */
export function senderOf(peer: string | undefined, forwardedFor: string | undefined): string {
  const named = forwardedFor?.split(',').at(-1)?.trim();
  return peer && NEAR.test(peer) && named ? named : (peer ?? '');
}
