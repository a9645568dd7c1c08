import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { z } from 'zod';
import { Failure, isFailure } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { DemoFace } from './face.ts';
import { onlyHere } from './only-here.ts';
import { DemoPage } from './page.tsx';
import { Belonging, NewMember, Say, Since, Until, Where, Which } from './words.ts';

const MOST_BYTES = 64 * 1024;
const NOT_FOUND = new Set(['no-such-person', 'no-such-group', 'no-such-ticket']);

/** Everything comes from here, and nothing is written into the page by a script that was not sent by it. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What was asked in a way that cannot be read. */
const unreadable = (says: string) => new Failure('wrong-usage', says);

function read<T extends z.ZodType>(shape: T, given: unknown): z.output<T> {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.');
  throw unreadable(`${where ? `${where}: ` : ''}${issue?.message ?? 'cannot be read'}`);
}

async function readBody<T extends z.ZodType>(context: Context, shape: T): Promise<z.output<T>> {
  let given: unknown;
  try {
    given = JSON.parse(await context.req.text());
  } catch {
    throw unreadable('the body must be one JSON object');
  }
  return read(shape, given);
}

const sendFile = (context: Context, file: URL, type: string) => {
  const bytes = new Uint8Array(readFileSync(file));
  return context.body(bytes, 200, { 'content-type': type, 'cache-control': 'no-cache' });
};

function addReading(app: Hono, face: DemoFace): void {
  app.get('/demo/state', async context => context.json(await face.state()));
  app.get('/demo/messages', async context => {
    const { group, private: person = '', after = null } = read(Where, context.req.query());
    return context.json(await face.messages(group === undefined ? { private: person } : { group }, after));
  });
  app.get('/demo/effects', async context => {
    const { after = null } = read(Since, context.req.query());
    return context.json(await face.effects(after));
  });
  app.get('/demo/image/:id', async context => {
    const png = await face.image(context.req.param('id'));
    if (!png) return context.json({ error: '没有这张图。' }, 404);
    return context.body(new Uint8Array(png), 200, {
      'content-type': 'image/png',
      'cache-control': 'max-age=3600',
    });
  });
}

function addActing(app: Hono, face: DemoFace): void {
  app.post('/demo/say', async context => context.json(await face.say(await readBody(context, Say))));
  app.post('/demo/clock', async context =>
    context.json(await face.clock((await readBody(context, Until)).to)),
  );
  app.post('/demo/recall', async context => {
    await face.recall((await readBody(context, Which)).id);
    return context.json({});
  });
  app.post('/demo/join', async context => {
    const { group, person } = await readBody(context, Belonging);
    await face.join(group, person);
    return context.json({});
  });
  app.post('/demo/leave', async context => {
    const { group, person } = await readBody(context, Belonging);
    await face.leave(group, person);
    return context.json({});
  });
  app.post('/demo/member', async context => {
    const { name, group } = await readBody(context, NewMember);
    return context.json(await face.addMember(name, group));
  });
}

function addPage(app: Hono, font: URL | null): void {
  app.get('/', context => context.html(<DemoPage hasFont={font !== null} />));
  app.get('/demo/page.js', context =>
    sendFile(context, new URL('page.js', import.meta.url), 'text/javascript; charset=utf-8'),
  );
  for (const name of ['page.css', 'font.css']) {
    app.get(`/demo/${name}`, context =>
      sendFile(context, new URL(name, import.meta.url), 'text/css; charset=utf-8'),
    );
  }
  app.get('/favicon.ico', context => context.body(null, 204));
  if (font) app.get('/demo/font.ttf', context => sendFile(context, font, 'font/ttf'));
}

export interface DemoAppParts {
  face: DemoFace;
  log: Log;
  /** The project's own Chinese font, for machines that have none. */
  font: URL | null;
}

/** The demo's page and the JSON interface under it. Only for loopback: it lets anybody speak as anybody. */
export function createDemoApp({ face, log, font }: DemoAppParts): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: POLICY, strictTransportSecurity: false }));
  app.use(onlyHere);
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: context => context.json({ error: `the body must be below ${MOST_BYTES / 1024} KiB` }, 400),
    }),
  );
  addPage(app, font);
  addReading(app, face);
  addActing(app, face);
  app.notFound(context => context.json({ error: 'There is nothing at this address.' }, 404));
  app.onError((error, context) => {
    if (isFailure(error)) {
      return context.json({ error: error.message }, NOT_FOUND.has(error.code) ? 404 : 400);
    }
    log.error({ path: context.req.path, error: String(error) }, 'the demo page failed');
    return context.json({ error: '出了点小毛病，请再试一次。' }, 500);
  });
  return app;
}
