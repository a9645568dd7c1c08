import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Demo, openDemo } from '../../demo.ts';
import { serverOf } from '../support/servers.ts';

/** Tuesday morning; time runs on from here as it does for a person. */
const BEGAN = Date.parse('2026-11-24T10:00:00+08:00');

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const AxeFaults = z.array(z.object({ id: z.string(), where: z.array(z.string()) }));

let dataDir = '';
let demo: Demo;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nuanqun-demo-'));
  const began = performance.now();
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  demo = await openDemo({
    port: 0,
    dataDir,
    archive: undefined,
    io: {
      out: nowhere(),
      err: nowhere(),
      env: {},
      folder: dataDir,
      clock: { now: () => new Date(BEGAN + performance.now() - began) },
    },
  });
  browser = await chromium.launch({
    executablePath: serverOf('NUANQUN_TEST_CHROMIUM'),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function openPage(width: number, height: number): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  page = await context.newPage();
  complaints = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(demo.address);
  await page.locator('#groups .place').first().waitFor({ state: 'attached' });
  await page.locator('#hint-close').click();
}

async function say(text: string, toBot = false): Promise<void> {
  const mention = page.getByLabel('@机器人');
  if (await mention.isVisible()) await mention.setChecked(toBot);
  await page.getByLabel('要说的话').fill(text);
  await page.getByLabel('要说的话').press('Enter');
}

/** Faults that axe finds; given in by evaluate, because the page lets in no script of others. */
async function axeFaults(): Promise<z.output<typeof AxeFaults>> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const told = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(n => n.html) })))',
  );
  return AxeFaults.parse(told);
}

const lastSaidByBot = () => page.locator('.message.bot .bubble').last();

describe('the demo page on a desk', () => {
  beforeEach(() => openPage(1280, 800));

  it('opens without a complaint of the browser, with twelve groups and their state in words', async () => {
    await expect.poll(() => page.locator('#groups .band').count()).toBe(12);
    const words = await page.locator('#groups .band').allTextContents();
    expect(words.filter(word => word === '冷群')).toHaveLength(3);
    expect(complaints).toEqual([]);
  });

  it('lets a person ask, and shows the answer with its source beside what the bot made of it', async () => {
    await page.getByLabel('谁说话').selectOption({ label: '李阿姨（群众）' });
    await say('没钱打官司怎么办', true);
    await lastSaidByBot().filter({ hasText: '12348' }).waitFor();
    await page.locator('#effects .effect', { hasText: '回答' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('follows a request from the group into the cadre’s private chat, as time goes by', async () => {
    await say('三楼楼道灯坏了，晚上老人下楼看不见', true);
    await lastSaidByBot().filter({ hasText: '回"记录"' }).waitFor();
    await say('记录');
    await lastSaidByBot()
      .filter({ hasText: /记下了，第\d+件/ })
      .waitFor();
    await page.getByRole('button', { name: '前进1小时' }).click();
    await page.locator('#privates .place', { hasText: '干部' }).first().click();
    await page.locator('.message.bot .bubble', { hasText: '楼道灯' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes a message back, and shows what people typed as text only', async () => {
    await say('<img src=x onerror=alert(1)>');
    const mine = page.locator('.message.mine', { hasText: '<img src=x' }).last();
    await mine.waitFor();
    expect(await mine.locator('.bubble img').count()).toBe(0);
    await mine.getByRole('button', { name: /引用或撤回/ }).click();
    await mine.getByRole('button', { name: '撤回', exact: true }).click();
    await page.locator('.gone', { hasText: '撤回了一条消息' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes a new neighbour in, who can speak at once', async () => {
    await page.getByRole('button', { name: '加新成员' }).click();
    await page.getByLabel('新成员的名字').fill('小陆');
    await page.getByRole('button', { name: '加进群' }).click();
    await expect.poll(() => page.locator('#speaker option:checked').textContent()).toContain('小陆');
    await say('大家好');
    await page.locator('.message.mine', { hasText: '大家好' }).waitFor();
  });

  it('has no fault that axe can find', async () => {
    await page.getByRole('button', { name: '怎么玩' }).click();
    expect(await axeFaults()).toEqual([]);
  });
});

describe('the demo page on a telephone', () => {
  beforeEach(() => openPage(390, 844));

  it('has three tabs, nothing sticks out sideways, and every target is large enough for a thumb', async () => {
    for (const [tab, pane] of [
      ['群和私聊', '#places'],
      ['聊天', '#chat'],
      [/机器人做的事/, '#deeds'],
    ] as const) {
      await page.locator('.tabs').getByRole('button', { name: tab }).click();
      await page.locator(pane).waitFor();
      expect(await page.locator('.pane:visible').count()).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      const small = await page
        .locator('button:visible, select:visible, textarea:visible')
        .evaluateAll(all =>
          all
            .filter(
              each => each.getBoundingClientRect().height < 44 || each.getBoundingClientRect().width < 44,
            )
            .map(each => each.textContent),
        );
      expect(small).toEqual([]);
      expect(await axeFaults()).toEqual([]);
    }
  });
});
