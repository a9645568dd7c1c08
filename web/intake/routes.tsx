import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { calm, type IntakeParts, letterShower, letterTaker, showForm, unitAt } from './desk.tsx';
import { isOwnForm, sealed } from './guard.ts';

export type { IntakeParts } from './desk.tsx';

/** 2000 characters, each as nine signs of a form, and the rest of it. */
const MOST_BYTES = 32 * 1024;

/** Only the plain fields; files are no part of a letter. */
async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const sent = Object.entries(await c.req.parseBody());
  return Object.fromEntries(
    sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** A unit's page for what is better not said in a group; the same address for everyone, and nothing of a person in it. */
export function intakeRoutes(parts: IntakeParts): Hono {
  const { hotline, web } = parts.config;
  const takeLetter = letterTaker(parts);
  const showLetter = letterShower(parts);
  const unknown = (c: Context) => calm(c, 'unknown', { status: 404, hotline });
  const app = new Hono();
  app.use(sealed);
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: c => calm(c, 'tooLong', { status: 413, hotline }) }));
  app.get('/page.css', async c => {
    const style = await readFile(new URL('page.css', import.meta.url), 'utf8');
    return c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  app.get('/:code', async c => {
    const unit = await unitAt(parts, c.req.param('code'));
    return unit ? showForm(c, unit) : unknown(c);
  });
  app.post('/:code', async c => {
    const unit = await unitAt(parts, c.req.param('code'));
    if (!unit) return unknown(c);
    if (!isOwnForm(c, web.publicUrl)) return calm(c, 'notOwn', { status: 403, hotline });
    const sent = await fieldsOf(c);
    return sent['wants'] === 'letter' ? takeLetter(c, unit, sent) : showLetter(c, unit, sent);
  });
  app.all('*', unknown);
  app.onError((error, c) => {
    // What a database says of its failure repeats what was to be written.
    parts.log.error({ error: error.name }, 'a request of the page failed');
    return calm(c, 'wentWrong', { status: 500, hotline });
  });
  return app;
}
