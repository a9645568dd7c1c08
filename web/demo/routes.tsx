import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { Failure, isFailure } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { DemoAssets } from './assets.ts';
import type { DemoFace } from './face.ts';
import { onlyFromHere } from './guard.ts';
import { Page } from './page.tsx';
import {
  ClockRequest,
  EffectsQuery,
  MembershipRequest,
  MessagesQuery,
  PersonRequest,
  RecallRequest,
  SayRequest,
} from './requests.ts';

const MOST_BYTES = 64 * 1024;

/** The input as its shape says, or a refusal with the first fault in one sentence. */
function readAs<T>(shape: z.ZodType<T>, given: unknown): T {
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const fault = issue && /\p{Script=Han}/u.test(issue.message) ? issue.message : '这个请求的内容不对。';
  throw new Failure('not-understood', fault);
}

async function bodyAs<T>(shape: z.ZodType<T>, request: { text(): Promise<string> }): Promise<T> {
  const text = await request.text();
  try {
    return readAs(shape, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('not-understood', '请求的内容不是 JSON。');
    throw error;
  }
}

const NOT_FOUND = new Set(['no-such-person', 'no-such-group']);

/** The JSON routes of contracts.md: what scripts, and the page itself, do in the simulated chat. */
function scriptRoutes(face: DemoFace): Hono {
  const routes = new Hono();
  routes.get('/state', async c => c.json(await face.state()));
  routes.post('/say', async c => c.json({ id: await face.say(await bodyAs(SayRequest, c.req)) }));
  routes.get('/messages', async c => {
    const { group, private: person, after } = readAs(MessagesQuery, c.req.query());
    const place = group === undefined ? { person: person ?? '' } : { group };
    return c.json(await face.messages(place, after ?? null));
  });
  routes.post('/clock', async c => {
    const { to } = await bodyAs(ClockRequest, c.req);
    return c.json({ now: await face.clock(to) });
  });
  routes.post('/recall', async c => {
    await face.recall((await bodyAs(RecallRequest, c.req)).id);
    return c.json({});
  });
  for (const act of ['join', 'leave'] as const) {
    routes.post(`/${act}`, async c => {
      const { group, person } = await bodyAs(MembershipRequest, c.req);
      await face[act](group, person);
      return c.json({});
    });
  }
  return routes;
}

/** What only the page asks for. */
function pageRoutes(face: DemoFace, assets: DemoAssets): Hono {
  const routes = new Hono();
  routes.post('/person', async c => {
    const { name, group } = await bodyAs(PersonRequest, c.req);
    return c.json({ id: await face.addPerson(name, group) });
  });
  routes.get('/effects', async c => {
    const { after } = readAs(EffectsQuery, c.req.query());
    return c.json(await face.effects(after ?? null));
  });
  routes.get('/desk', async c => {
    const [{ now }, groups, moments] = await Promise.all([face.state(), face.groupStates(), face.moments()]);
    return c.json({ now, groups, moments });
  });
  routes.get('/image/:id', async c => {
    const png = await face.image(c.req.param('id'));
    if (!png) return c.json({ error: '没有这张图。' }, 404);
    return c.body(Uint8Array.from(png).buffer, 200, { 'content-type': 'image/png' });
  });
  const served = [
    ['/page.js', assets.script, 'text/javascript; charset=utf-8'],
    ['/page.css', assets.style, 'text/css; charset=utf-8'],
    ['/font.ttf', assets.font, 'font/ttf'],
  ] as const;
  for (const [path, bytes, type] of served) {
    routes.get(path, c =>
      bytes ? c.body(bytes, 200, { 'content-type': type }) : c.json({ error: '没有这个文件。' }, 404),
    );
  }
  return routes;
}

/** The demo's page and its JSON, for this machine only. */
export function demoRoutes(face: DemoFace, assets: DemoAssets, log: Log): Hono {
  const app = new Hono();
  app.use(onlyFromHere);
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: c => c.json({ error: '内容太长。' }, 400) }));
  app.get('/', async c => c.html(`<!doctype html>${<Page state={await face.state()} />}`));
  app.route('/demo', scriptRoutes(face));
  app.route('/demo', pageRoutes(face, assets));
  app.notFound(c => c.json({ error: '没有这个地址。' }, 404));
  app.onError((error, c) => {
    if (isFailure(error)) return c.json({ error: error.message }, NOT_FOUND.has(error.code) ? 404 : 400);
    log.error({ path: c.req.path, error: String(error) }, 'a request of the demo failed');
    return c.json({ error: '演示出了点小毛病，请再试一次。' }, 500);
  });
  return app;
}
