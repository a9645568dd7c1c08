import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OpenDb } from '../../db/connect.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, groups, units } from '../../db/schema.ts';
import { ticketByNumber } from '../../db/tickets.ts';
import { unitCode } from '../../src/unit-code.ts';
import { serveWeb } from '../../web/serve.ts';
import { openTestDb } from '../support/open-test-db.ts';
import { serverOf } from '../support/servers.ts';

const NOW = new Date('2026-11-24T10:00:00+08:00');
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const AxeFaults = z.array(z.object({ id: z.string(), where: z.array(z.string()) }));

let open: OpenDb;
let web: Awaited<ReturnType<typeof serveWeb>>;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  open = await openTestDb();
  const { db } = open;
  await db
    .insert(units)
    .values({ id: 'u-street', name: '彭浦街道', parentId: null, level: 'street', line: 'youth' });
  await savePerson(db, { id: 'p-wang', name: '王芳', role: 'cadre-full-time', isContact: true });
  const since = { createdAt: NOW, boundAt: NOW, noticeAt: NOW };
  const named = { id: 'g-pengpu', name: '彭浦青年之家', unitId: 'u-street', kind: 'grassroots' as const };
  await db.insert(groups).values({ ...named, ...since, size: 120, serviceLines: [], bindCode: null });
  await db.insert(groupCadres).values({ groupId: 'g-pengpu', personId: 'p-wang', since: NOW });
  const quiet = () => undefined;
  const at = { host: '127.0.0.1', port: 0 };
  web = await serveWeb(
    {
      db,
      clock: { now: () => NOW },
      log: { info: quiet, warn: quiet, error: quiet },
      config: { hotline: '021-56780000', retentionDays: 90, web: { ...at, publicUrl: null } },
    },
    at,
  );
  browser = await chromium.launch({
    executablePath: serverOf('NUANQUN_TEST_CHROMIUM'),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await open?.close();
});

const address = () => `http://127.0.0.1:${web.port}/write/${unitCode('u-street')}`;

async function openPage(width: number, javaScriptEnabled: boolean): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    locale: 'zh-CN',
    javaScriptEnabled,
  });
  page = await context.newPage();
  complaints = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(address());
}

async function axeFaults(): Promise<z.output<typeof AxeFaults>> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const told = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(n => n.html) })))',
  );
  return AxeFaults.parse(told);
}

/** On a telephone of any width nothing sticks out, and every target is large enough for a thumb. */
async function expectEasy(width: number): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const small = await page
    .locator(
      'a:visible, button:visible, textarea:visible, input:not([type=hidden]):not([tabindex="-1"]):visible',
    )
    .evaluateAll(all =>
      all
        .map(each => ({ box: each.getBoundingClientRect(), name: each.outerHTML.slice(0, 60) }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ name }) => name),
    );
  expect(small).toEqual([]);
  const least = await page.evaluate(
    'Math.min(...[...document.querySelectorAll("body, body *")].filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize)))',
  );
  expect(least).toBeGreaterThanOrEqual(18);
}

const button = (name: string) => page.getByRole('button', { name });

it('without JavaScript a letter is written, its number read, and its state looked up', async () => {
  await openPage(390, false);
  await page.getByLabel('什么事').fill('楼上半夜施工，能不能管一管');
  await page.getByLabel('怎么联系您').fill('13912345678');
  await button('送出').click();
  await page.getByRole('heading', { name: '记为第1件' }).waitFor();
  const code = (await page.locator('.kept dd').last().textContent()) ?? '';
  expect(page.url()).toBe(address());
  await page.getByRole('link', { name: '回到写信的页面' }).click();
  await page.getByLabel('第几件').fill('1');
  await page.getByLabel('查询码').fill(code);
  await button('看回音').click();
  await page.getByRole('heading', { name: '已经派给负责的同志' }).waitFor();
  expect(page.url()).toBe(address());
  expect((await ticketByNumber(open.db, 1))?.assigneeId).toBe('p-wang');
  expect(complaints).toEqual([]);
});

it('loaded anew, the page with the number says the same and writes no second letter', async () => {
  await openPage(390, false);
  await page.getByLabel('什么事').fill('垃圾房门口臭得很，能不能管一管');
  await button('送出').click();
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  const before = await page.locator('.kept').textContent();
  await page.reload();
  expect(await page.locator('.kept').textContent()).toBe(before);
});

describe.each([320, 390])('%d wide', width => {
  beforeEach(() => openPage(width, true));

  it('every page is easy to read and to touch, and axe finds no fault', async () => {
    await expectEasy(width);
    expect(await axeFaults()).toEqual([]);
    await page.getByLabel('第几件').fill('99');
    await page.getByLabel('查询码').fill('12345678');
    await button('看回音').click();
    await page.getByRole('alert').filter({ hasText: '查询码不对' }).waitFor();
    expect(await axeFaults()).toEqual([]);
    await page.getByLabel('什么事').fill('我不想活了');
    await button('送出').click();
    await page.getByRole('alert').filter({ hasText: '打上面的电话' }).waitFor();
    await expectEasy(width);
    expect(await axeFaults()).toEqual([]);
    expect(complaints.filter(text => !text.includes('422'))).toEqual([]);
  });
});
