import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoRoutes } from '../../../web/demo/routes.tsx';
import { createFakeFace, NOW } from './fake-face.ts';

const HOST = '127.0.0.1:8090';
const ASSETS = { script: '// script', style: '/* style */', font: null };

let app: Hono;
let asked: unknown[];
let faults: string[];

beforeEach(() => {
  const fake = createFakeFace();
  asked = fake.asked;
  faults = [];
  const quiet = () => undefined;
  const error = (fields: object) => void faults.push(JSON.stringify(fields));
  app = demoRoutes(fake.face, ASSETS, { info: quiet, warn: quiet, error });
});

const get = async (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://${HOST}${path}`, { headers: { host: HOST, ...headers } });

/** The body of an answer, as far as these tests read it. */
const bodyOf = async (answer: Response): Promise<Record<string, unknown>> => Object(await answer.json());

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://${HOST}${path}`, {
    method: 'POST',
    headers: { host: HOST, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a script', () => {
  it('sees who is there, what time it is, and nothing else', async () => {
    const state = await bodyOf(await get('/demo/state'));
    expect(Object.keys(state).sort()).toEqual(['bot', 'groups', 'now', 'people']);
    expect(state['now']).toBe(NOW.toISOString());
    expect(state['people']).toContainEqual({
      id: 'p2',
      name: '李阿姨',
      role: 'member',
      groups: ['g1', 'g2'],
    });
  });

  it('speaks as a person in a group and in private, and reads both chats', async () => {
    const said = await post('/demo/say', {
      from: 'p2',
      group: 'g1',
      text: '灯坏了',
      mention: true,
      replyTo: null,
    });
    expect(await said.json()).toEqual({ id: 'm1' });
    expect((await post('/demo/say', { from: 'p2', group: null, text: '满意' })).status).toBe(200);
    expect(asked).toEqual([
      { from: 'p2', group: 'g1', text: '灯坏了', mention: true, replyTo: null },
      { from: 'p2', group: null, text: '满意', mention: false, replyTo: null },
    ]);
    const inGroup = await (await get('/demo/messages?group=g1')).json();
    expect(inGroup).toEqual([
      {
        id: 'm1',
        from: 'p2',
        bot: false,
        kind: 'text',
        text: '灯坏了',
        at: NOW.toISOString(),
        replyTo: null,
      },
    ]);
    expect(await (await get('/demo/messages?private=p2')).json()).toHaveLength(1);
    expect(await (await get('/demo/messages?group=g1&after=m1')).json()).toEqual([]);
  });

  it('moves the clock forward, with any zone, and is refused going back', async () => {
    const told = await post('/demo/clock', { to: '2026-11-30T09:00:00+08:00' });
    expect(await told.json()).toEqual({ now: '2026-11-30T01:00:00.000Z' });
    const back = await post('/demo/clock', { to: '2026-11-24T02:00:00Z' });
    expect(back.status).toBe(400);
    expect(await back.json()).toEqual({ error: '时间只能往前走。' });
  });

  it('recalls, joins and leaves', async () => {
    for (const [path, body] of [
      ['/demo/recall', { id: 'm1' }],
      ['/demo/join', { group: 'g1', person: 'p2' }],
      ['/demo/leave', { group: 'g1', person: 'p2' }],
    ] as const)
      expect((await post(path, body)).status).toBe(200);
    expect(asked).toEqual([{ recall: 'm1' }, { join: ['g1', 'p2'] }, { leave: ['g1', 'p2'] }]);
  });
});

describe('wrong input', () => {
  const SAY = { from: 'p2', group: 'g1', text: '好' };

  it.each([
    ['/demo/say', 'not json', 400],
    ['/demo/say', '[]', 400],
    ['/demo/say', 'null', 400],
    ['/demo/say', { ...SAY, text: '   ' }, 400],
    ['/demo/say', { ...SAY, text: '长'.repeat(2001) }, 400],
    ['/demo/say', { ...SAY, mention: 'yes' }, 400],
    ['/demo/say', { ...SAY, from: 'nobody' }, 404],
    ['/demo/say', { ...SAY, group: 'nowhere' }, 404],
    ['/demo/clock', { to: '2026-11-30T09:00:00' }, 400],
    ['/demo/clock', { to: 'Monday' }, 400],
    ['/demo/recall', {}, 400],
    ['/demo/join', { group: 'g1' }, 400],
    ['/demo/person', { name: '', group: 'g1' }, 400],
    ['/demo/nothing', {}, 404],
  ])('POST %s %j is answered by one calm sentence', async (path, body, status) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    const told = await bodyOf(answer);
    expect(Object.keys(told)).toEqual(['error']);
    expect(told['error']).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u);
    expect(asked).toEqual([]);
  });

  it.each(['/demo/messages', '/demo/messages?group=g1&private=p2', '/demo/messages?group='])(
    'GET %s asks for one chat',
    async path => {
      const answer = await get(path);
      expect(answer.status).toBe(400);
      expect((await bodyOf(answer))['error']).toMatch(/。$/);
    },
  );

  it('that is far too long is not read', async () => {
    expect((await post('/demo/say', { ...SAY, text: 'x'.repeat(70_000) })).status).toBe(400);
  });

  it('that hits a bug is answered calmly, and the bug is logged without what was said', async () => {
    const { face } = createFakeFace();
    const failing = { ...face, say: async () => Promise.reject(new TypeError('oh 灯坏了')) };
    app = demoRoutes(failing, ASSETS, {
      info: () => undefined,
      warn: () => undefined,
      error: fields => void faults.push(JSON.stringify(fields)),
    });
    const answer = await post('/demo/say', SAY);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: '演示出了点小毛病，请再试一次。' });
    expect(faults).toHaveLength(1);
  });
});

describe('strange web pages', () => {
  it('that make their name point here get nothing', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', ''])
      expect((await get('/demo/state', { host })).status, host).toBe(400);
    for (const host of ['localhost:1', '127.0.0.1', 'LOCALHOST:8090'])
      expect((await get('/demo/state', { host })).status, host).toBe(200);
  });

  it('cannot speak in the demo, while its own page and scripts can', async () => {
    const words = { from: 'p2', group: 'g1', text: '好' };
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:9999', `https://${HOST}`])
      expect((await post('/demo/say', words, { origin })).status, origin).toBe(400);
    expect(asked).toEqual([]);
    expect((await post('/demo/say', words, { origin: `http://${HOST}` })).status).toBe(200);
  });
});

describe('the page', () => {
  it('is Chinese, loads only from this server, and shows what came from people as text', async () => {
    const answer = await get('/');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    const page = await answer.text();
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).not.toMatch(/<script(?![^>]*src=)|\son\w+=|<style|style="/);
  });

  it('is given its script, its style, and a plain answer where there is no font', async () => {
    expect((await get('/demo/page.js')).headers.get('content-type')).toContain('text/javascript');
    expect((await get('/demo/page.css')).headers.get('content-type')).toContain('text/css');
    expect((await get('/demo/font.ttf')).status).toBe(404);
  });

  it('shows the moods of the groups and the moments worth going to', async () => {
    const desk = await bodyOf(await get('/demo/desk'));
    expect(desk['groups']).toEqual([{ id: 'g1', band: 'red', word: '冷群' }]);
    expect(desk['moments']).toEqual([
      { label: '到下个工作日9:00', to: '2026-11-25T01:00:00.000Z' },
      { label: '到周一9:00', to: '2026-11-30T01:00:00.000Z' },
    ]);
  });

  it('hears only what is new of what was done, shows pictures, and adds a neighbour', async () => {
    expect(await (await get('/demo/effects')).json()).toHaveLength(3);
    expect(await (await get('/demo/effects?after=ticket%2Ft1%2F2')).json()).toHaveLength(1);
    const picture = await get('/demo/image/picture');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(60);
    expect((await get('/demo/image/none')).status).toBe(404);
    expect(await (await post('/demo/person', { name: '小陆', group: 'g1' })).json()).toEqual({ id: 'p9' });
  });
});
