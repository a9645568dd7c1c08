import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { analyzeGroup } from '../../src/analysis/analyze-group.ts';
import { analysisPage } from '../../src/pages/analysis-page.ts';
import { aFolder } from '../cli/run.ts';
import { ARCHETYPES, AS_OF, communityOf } from '../support/communities.ts';
import { serverOf } from '../support/servers.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const AxeFaults = z.array(z.object({ id: z.string(), where: z.array(z.string()) }));

let browser: Browser;
let address: string;

beforeAll(async () => {
  const groups = Object.keys(ARCHETYPES).map((archetype, index) => ({
    ...analyzeGroup(communityOf(archetype, 7 + index), AS_OF),
    name: `第${index + 1}居民区邻里互助群`,
  }));
  const units = [
    { name: '静安区团委', groups, findings: [] },
    { name: '彭浦镇团委', groups: groups.slice(0, 3), findings: [] },
  ];
  const file = join(aFolder(), 'page.html');
  await writeFile(file, analysisPage({ asOf: AS_OF, groups, units }));
  address = pathToFileURL(file).href;
  browser = await chromium.launch({
    executablePath: serverOf('NUANQUN_TEST_CHROMIUM'),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

const OPEN_ALL = 'document.querySelectorAll("details").forEach(each => { each.open = true; })';

async function axeFaults(page: Page): Promise<z.output<typeof AxeFaults>> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const told = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(n => n.html) })))',
  );
  return AxeFaults.parse(told);
}

async function expectEasy(page: Page, width: number): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const small = await page.locator('a:visible, summary:visible').evaluateAll(all =>
    all
      .map(each => ({ box: each.getBoundingClientRect(), name: each.outerHTML.slice(0, 60) }))
      .filter(({ box }) => box.height < 44)
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
  const least = await page.evaluate(
    'Math.min(...[...document.querySelectorAll("body, body *")].filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize)))',
  );
  expect(least).toBeGreaterThanOrEqual(18);
}

describe.each([
  [320, 'light'],
  [390, 'light'],
  [390, 'dark'],
] as const)('%d wide and %s', (width, colorScheme) => {
  it('everything is easy to read and to touch, closed and opened, and axe finds no fault', async () => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: 'zh-CN',
      colorScheme,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(address);
    await expectEasy(page, width);
    expect(await axeFaults(page)).toEqual([]);
    await page.evaluate(OPEN_ALL);
    await expectEasy(page, width);
    expect(await axeFaults(page)).toEqual([]);
    // Nothing is fetched but the page itself.
    expect(asked).toEqual([address]);
    await context.close();
  });
});

it('without JavaScript a number opens to its definition, and a state leads to its groups', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText('冷群：1个群').click();
  await page.locator('.list a:visible').first().click();
  expect(page.url()).toMatch(/#g\d+$/u);
  const card = page.locator('.group').first();
  await card.getByText(/^看\d+个数字$/u).click();
  await card.locator('summary', { hasText: '干部发言' }).click();
  await card.getByText('“收到”“好的”、单发链接和图片不算', { exact: false }).waitFor();
  await context.close();
});
