import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDb } from '../../db/connect.ts';
import { messageById } from '../../db/messages.ts';
import { personById, savePerson, setContact } from '../../db/people.ts';
import {
  groupCadres,
  groups,
  messages,
  outbox,
  people,
  settings,
  tickets,
  unitLeaders,
  units,
} from '../../db/schema.ts';
import { addTicketEvent, eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { DAY_MS, HOUR_MS } from '../../src/time.ts';
import { unitCode } from '../../src/unit-code.ts';
import { senderOf } from '../../web/intake/guard.ts';
import { webPages } from '../../web/serve.ts';
import { openTestDb } from '../support/open-test-db.ts';

const PUBLIC = 'https://qun.example.cn';
const PATH = `/write/${unitCode('u-street')}`;
const WORDS = '我丈夫喝了酒就骂人，孩子害怕，电话13812345678';

let open: OpenDb;
let now: Date;
let logged: string[];
let from: string;
let app: ReturnType<typeof webPages>;

async function furnish(): Promise<void> {
  const { db } = open;
  const createdAt = new Date(now.getTime() - 90 * DAY_MS);
  await db.insert(units).values([
    { id: 'u-district', name: '静安区', parentId: null, level: 'district', line: 'youth' },
    { id: 'u-street', name: '彭浦街道', parentId: 'u-district', level: 'street', line: 'youth' },
    { id: 'u-empty', name: '空街道', parentId: null, level: 'street', line: 'youth' },
  ]);
  await savePerson(db, { id: 'p-wang', name: '王芳', role: 'cadre-full-time', isContact: true });
  await savePerson(db, { id: 'p-zhao', name: '赵敏', role: 'leader', isContact: true });
  await db.insert(unitLeaders).values({ unitId: 'u-street', personId: 'p-zhao' });
  await db.insert(groups).values({
    id: 'g-pengpu',
    name: '彭浦青年之家',
    unitId: 'u-street',
    kind: 'grassroots',
    size: 120,
    createdAt,
    serviceLines: [],
    boundAt: createdAt,
    bindCode: null,
    noticeAt: createdAt,
  });
  await db.insert(groupCadres).values({ groupId: 'g-pengpu', personId: 'p-wang', since: createdAt });
}

beforeEach(async () => {
  open = await openTestDb();
  now = new Date('2026-11-24T10:00:00+08:00');
  logged = [];
  from = '203.0.113.7';
  await furnish();
  const write = (fields: Record<string, unknown>, says: string) =>
    void logged.push(JSON.stringify({ ...fields, says }));
  app = webPages({
    db: open.db,
    clock: { now: () => now },
    log: { info: write, warn: write, error: write },
    config: { hotline: null, retentionDays: 90, web: { host: '127.0.0.1', port: 0, publicUrl: PUBLIC } },
    addressOf: () => from,
  });
});
afterEach(() => open.close());

const OWN = { origin: PUBLIC, 'content-type': 'application/x-www-form-urlencoded' };

async function sheetOf(path = PATH): Promise<string> {
  const page = await (await app.request(path)).text();
  return /name="sheet" value="([0-9a-f]{32})"/u.exec(page)?.[1] ?? '';
}

async function post(
  fields: Record<string, string>,
  more: { path?: string; headers?: Record<string, string> } = {},
) {
  const { path = PATH, headers = OWN } = more;
  const answer = await app.request(path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, text: await answer.text() };
}

const write = async (text: string, more: Record<string, string> = {}) =>
  post({ wants: 'letter', sheet: await sheetOf(), text, wayBack: '', website: '', ...more });
const look = (number: string, code: string) => post({ wants: 'state', number, code });
const codeIn = (page: string): string => /查询码<\/dt><dd>([\d ]+)<\/dd>/u.exec(page)?.[1] ?? '';
const countTickets = () => open.db.$count(tickets);

describe('the page', () => {
  it('stands at the unit’s address, in Chinese, the telephone numbers before anything else', async () => {
    const answer = await app.request(PATH);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toMatch(/^<!doctype html><html lang="zh-CN">/u);
    expect(page).toContain('给彭浦街道写信');
    expect(page.indexOf('tel:110')).toBeGreaterThan(0);
    expect(page.indexOf('tel:110')).toBeLessThan(page.indexOf('<h1>'));
    expect(page).toContain('原话最多存90天');
    expect(page).not.toContain('<script');
  });

  it('lets in nothing of others, is framed by nobody and kept in no cache', async () => {
    const { headers } = await app.request(PATH);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/u);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/u);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('of an unknown unit is a calm page', async () => {
    for (const path of ['/write/zzzzzzz', '/write/', '/write/a/b', '/write/%3Cscript%3E']) {
      const answer = await app.request(path);
      expect(answer.status, path).toBe(404);
      if (path !== '/write/') expect(await answer.text(), path).toContain('没有这个页面');
    }
  });

  it('stands beside the health of the program', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/write/page.css')).headers.get('content-type')).toContain('text/css');
  });
});

describe('a letter', () => {
  it('becomes a ticket of the unit’s cadre with a limit, and says number and code', async () => {
    const { status, text } = await write('楼上半夜施工，能不能管一管', { wayBack: '13912345678' });
    expect(status).toBe(200);
    expect(text).toContain('记为第1件');
    expect(codeIn(text)).toMatch(/^\d{4} \d{4}$/u);
    const ticket = await ticketByNumber(open.db, 1);
    expect(ticket).toMatchObject({
      groupId: 'g-pengpu',
      assigneeId: 'p-wang',
      kind: 'request',
      limitClass: 'timely',
    });
    expect(ticket?.topic).toBe('网页来信');
    expect(await personById(open.db, ticket?.requesterId ?? '')).toMatchObject({
      role: 'unknown',
      isContact: false,
    });
  });

  it('of a private matter is called neutrally, its words and the way back lie with the writer’s message only', async () => {
    await write(WORDS, { wayBack: '微信 xiaoli88' });
    await write('我欠了网贷八万块还不起', { wayBack: '' });
    const ticket = await ticketByNumber(open.db, 1);
    const told = JSON.stringify([
      ticket,
      ticket ? await eventsOf(open.db, ticket) : [],
      await open.db.select().from(outbox),
      await open.db.select().from(settings),
      await open.db.select().from(people),
      logged,
    ]);
    expect(told).not.toMatch(/丈夫|八万|13812345678|xiaoli88|203\.0\.113/u);
    expect((await ticketByNumber(open.db, 2))?.topic).toBe('网页来信（钱）');
    const message = await messageById(open.db, ticket?.placeId ?? '', ticket?.messageId ?? '');
    expect(message?.text).toBe(`${WORDS}\n怎么联系：微信 xiaoli88`);
    expect(message).toMatchObject({ isPrivate: true, senderId: ticket?.requesterId });
    expect((await open.db.select().from(messages))[0]?.textState).toBe('kept');
  });

  it('reaches the cadre as a card that waits for the end of the quiet hours', async () => {
    await write('楼上半夜施工，能不能管一管');
    const rows = await open.db.select().from(outbox);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ placeId: 'p-wang', isPrivate: true, ignoresQuiet: false });
    expect(rows[0]?.text).toMatch(/第1件 网页来信.*原文 1.*凭号回来看/u);
  });

  it('that tells of danger shows the numbers plainly and wakes the cadre once an hour at most', async () => {
    const { text } = await write('我不想活了');
    expect(text).toContain('请现在就打上面的电话');
    await write('我不想活了，真的');
    const urgent = (await open.db.select().from(outbox)).filter(row => row.ignoresQuiet);
    expect(urgent).toHaveLength(1);
    expect(urgent[0]?.text).not.toMatch(/活|死/u);
    expect((await ticketByNumber(open.db, 1))?.limitClass).toBe('urgent');
  });

  it('goes to the leader where no cadre can be written to', async () => {
    await setContact(open.db, 'p-wang', false);
    await write('楼上半夜施工，能不能管一管');
    expect((await open.db.select().from(outbox)).map(row => row.placeId)).toEqual(['p-zhao']);
    await open.db.delete(groupCadres);
    await write('还是在施工，有人管吗');
    expect((await ticketByNumber(open.db, 2))?.assigneeId).toBe('p-zhao');
  });

  it('to a unit above goes to a group below it, and to a unit without groups is not taken', async () => {
    const path = `/write/${unitCode('u-district')}`;
    const sheet = await sheetOf(path);
    expect((await post({ wants: 'letter', sheet, text: '路灯坏了没人修' }, { path })).text).toContain(
      '第1件',
    );
    const empty = `/write/${unitCode('u-empty')}`;
    const refused = await post(
      { wants: 'letter', sheet: await sheetOf(empty), text: '路灯坏了没人修' },
      { path: empty },
    );
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('没有收到');
    expect(await countTickets()).toBe(1);
  });

  it('sent twice by the same sheet is one letter and says the same number and code', async () => {
    const fields = { wants: 'letter', sheet: await sheetOf(), text: '楼上半夜施工，能不能管一管' };
    const [one, two] = await Promise.all([post(fields), post(fields)]);
    expect(codeIn(one.text)).not.toBe('');
    expect(codeIn(two.text)).toBe(codeIn(one.text));
    expect(await countTickets()).toBe(1);
    expect(await open.db.$count(outbox)).toBe(1);
  });
});

describe('who comes back with number and code', () => {
  it('reads in one line where it stands, and the answer when it is done', async () => {
    const code = codeIn((await write('楼上半夜施工，能不能管一管')).text);
    expect((await look('1', code)).text).toContain('第1件：已经派给负责的同志，还没接，明天10:00前有回音。');
    const ticket = await ticketByNumber(open.db, 1);
    if (!ticket) throw new Error('the ticket is gone');
    const data = { text: '施工队今晚起22点停工 <b>' };
    await open.db.transaction(tx =>
      addTicketEvent(tx, ticket, { at: now, byId: 'p-wang', act: 'close', data }, 't'),
    );
    const { text } = await look('第１件', code.replace(' ', ''));
    expect(text).toContain('第1件：办完了。');
    expect(text).toContain('施工队今晚起22点停工 &lt;b&gt;');
    expect(text).not.toContain('半夜施工，能不能');
  });

  it('says itself whether it is solved, once, and the cadre hears of it', async () => {
    const code = codeIn((await write('楼上半夜施工，能不能管一管')).text);
    const judge = (wants: string) => post({ wants, number: '1', code });
    const close = async () => {
      const ticket = await ticketByNumber(open.db, 1);
      if (!ticket) throw new Error('the ticket is gone');
      const act = { at: now, byId: 'p-wang', act: 'close' as const, data: { text: '去看过了' } };
      await open.db.transaction(tx => addTicketEvent(tx, ticket, act, 't'));
    };
    expect((await judge('confirm')).text).not.toContain('已经解决');
    await close();
    expect((await look('1', code)).text).toContain('没解决，请再办');
    expect((await judge('reopen')).text).toContain('还没接');
    await judge('reopen');
    expect(await ticketByNumber(open.db, 1)).toMatchObject({ state: 'open', reopenedTimes: 1 });
    await close();
    expect((await judge('confirm')).text).toContain('第1件：已经解决。');
    await judge('confirm');
    expect((await ticketByNumber(open.db, 1))?.state).toBe('confirmed');
    const told = (await open.db.select().from(outbox)).map(row => row.text);
    expect(told).toHaveLength(3);
    expect(told[1]).toContain('没解决');
    expect(told[2]).toContain('解决了');
  });

  it('may not judge with a wrong code, nor a week after it was done', async () => {
    const code = codeIn((await write('楼上半夜施工，能不能管一管')).text);
    const ticket = await ticketByNumber(open.db, 1);
    if (!ticket) throw new Error('the ticket is gone');
    const act = { at: now, byId: 'p-wang', act: 'close' as const, data: { text: '去看过了' } };
    await open.db.transaction(tx => addTicketEvent(tx, ticket, act, 't'));
    expect((await post({ wants: 'reopen', number: '1', code: '00000000' })).status).toBe(422);
    now = new Date(now.getTime() + 8 * DAY_MS);
    expect((await look('1', code)).text).not.toContain('没解决，请再办');
    await post({ wants: 'reopen', number: '1', code });
    expect((await ticketByNumber(open.db, 1))?.state).toBe('closed');
  });

  it('with a wrong code, of another letter or of a ticket of the chat, learns nothing', async () => {
    await write('楼上半夜施工，能不能管一管');
    const other = codeIn((await write('垃圾房门口臭得很')).text);
    for (const [number, code] of [
      ['1', other],
      ['1', '00000000'],
      ['999', other],
    ] as const) {
      const { status, text } = await look(number, code);
      expect(status).toBe(422);
      expect(text).toContain('第几件或查询码不对');
    }
  });

  it('is stopped after ten tries at one number, from wherever', async () => {
    const code = codeIn((await write('楼上半夜施工，能不能管一管')).text);
    for (let tries = 0; tries < 10; tries++) {
      from = `198.51.100.${tries}`;
      await look('1', '11111111');
    }
    from = '198.51.100.99';
    expect((await look('1', code)).status).toBe(429);
    now = new Date(now.getTime() + HOUR_MS);
    expect((await look('1', code)).status).toBe(200);
  });
});

describe('what is refused', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another site by its kind', { origin: PUBLIC, 'sec-fetch-site': 'cross-site' }],
    ['a page without a name', { origin: 'null' }],
    ['nobody at all', {}],
  ])('a form sent by %s', async (_from, named) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...named };
    const { status, text } = await post(
      { wants: 'letter', sheet: await sheetOf(), text: WORDS },
      { headers },
    );
    expect(status).toBe(403);
    expect(text).not.toContain('丈夫');
    expect(await countTickets()).toBe(0);
  });

  it('nothing that an older browser sends from the page itself', async () => {
    const headers = { referer: `${PUBLIC}${PATH}`, 'content-type': 'application/x-www-form-urlencoded' };
    const sheet = await sheetOf();
    expect((await post({ wants: 'letter', sheet, text: WORDS }, { headers })).status).toBe(200);
  });

  it('a letter that is too long, too short or too large, with what was written still there', async () => {
    const { status, text } = await write('长'.repeat(2001));
    expect(status).toBe(422);
    expect(text).toContain('最多写2000字');
    expect(text).toContain('长'.repeat(2001));
    expect((await write('啊')).text).toContain('几句话就行');
    expect((await write('长'.repeat(20_000))).status).toBe(413);
    expect((await write('长'.repeat(2000))).status).toBe(200);
  });

  it('a form in which the unseen field was filled in, and a sheet that was made up', async () => {
    expect((await write(WORDS, { website: 'http://spam.example' })).status).toBe(422);
    expect((await write(WORDS, { sheet: 'mine' })).text).toContain('请刷新再写');
    expect(await countTickets()).toBe(0);
  });

  it('the sixth letter of an hour from one address, and no one else’s', async () => {
    for (let count = 0; count < 5; count++) expect((await write(`第${count}封：路灯坏了`)).status).toBe(200);
    const { status, text } = await write('第六封：路灯坏了');
    expect(status).toBe(429);
    expect(text).toContain('请过一个小时再写');
    from = '203.0.113.8';
    expect((await write('别人的：路灯坏了')).status).toBe(200);
    from = '203.0.113.7';
    now = new Date(now.getTime() + HOUR_MS);
    expect((await write('第七封：路灯坏了')).status).toBe(200);
  });

  it('the fifty-first letter of a day to one unit', async () => {
    for (let count = 0; count < 50; count++) {
      from = `198.51.100.${count}`;
      await write(`第${count}封：路灯坏了`);
    }
    from = '198.51.100.200';
    expect((await write('第五十一封：路灯坏了')).status).toBe(429);
    expect(await countTickets()).toBe(50);
  });

  it('no script that somebody writes: it is shown as text only', async () => {
    const script = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const { text } = await write(script.repeat(60), { wayBack: '"><svg onload=alert(1)>' });
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/<script|<img|<svg/u);
  });
});

it('a failure is one calm page, and nothing of the letter is logged', async () => {
  const sheet = await sheetOf();
  await open.db.delete(settings);
  const broken = webPages({
    db: {
      ...open.db,
      select: open.db.select.bind(open.db),
      transaction: () => Promise.reject(new Error(WORDS)),
    },
    clock: { now: () => now },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: fields => void logged.push(JSON.stringify(fields)),
    },
    config: { hotline: '021-56780000', retentionDays: 90, web: { host: '', port: 0, publicUrl: PUBLIC } },
    addressOf: () => from,
  });
  const body = new URLSearchParams({ wants: 'letter', sheet, text: WORDS }).toString();
  const answer = await broken.request(PATH, { method: 'POST', headers: OWN, body });
  expect(answer.status).toBe(500);
  expect(await answer.text()).toMatch(/没有收到.*021-56780000/su);
  expect(logged.join()).not.toContain('丈夫');
});

describe('who sends', () => {
  it.each([
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', '192.0.2.66, 198.51.100.1', '198.51.100.1'],
    ['::ffff:172.18.0.3', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
  ])('%s with %s in front of it is %s', (peer, forwarded, who) => {
    expect(senderOf(peer, forwarded)).toBe(who);
  });
});
