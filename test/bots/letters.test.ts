import { afterEach, beforeEach, expect, it } from 'vitest';
import { outbox } from '../../db/schema.ts';
import { ticketByNumber } from '../../db/tickets.ts';
import { unitCode } from '../../src/unit-code.ts';
import { webPages } from '../../web/serve.ts';
import { CADRE, GROUP, openWorld, type TestWorld } from '../support/world.ts';

const PUBLIC = 'https://qun.example.cn';
const PATH = `/write/${unitCode('u-street')}`;
const WORDS = '我欠了网贷八万块还不起，想问问能不能帮我找个律师';

let world: TestWorld;
let app: ReturnType<typeof webPages>;
beforeEach(async () => {
  world = await openWorld({ env: { NUANQUN_PUBLIC_URL: PUBLIC } });
  const { open, clock, log, config } = world.house;
  app = webPages({ db: open.db, clock, log, config, addressOf: () => '203.0.113.7' });
});
afterEach(() => world.close());

async function post(fields: Record<string, string>): Promise<string> {
  const headers = { origin: PUBLIC, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return (await app.request(PATH, { method: 'POST', headers, body })).text();
}

async function write(text: string): Promise<string> {
  const form = await (await app.request(PATH)).text();
  const sheet = /name="sheet" value="([0-9a-f]{32})"/u.exec(form)?.[1] ?? '';
  const thanks = await post({ wants: 'letter', sheet, text, wayBack: '13912345678' });
  return /查询码<\/dt><dd>([\d ]+)<\/dd>/u.exec(thanks)?.[1] ?? '';
}

it('a letter goes from the page to the cadre in private, who reads it, answers it, and the writer reads that', async () => {
  const code = await write(WORDS);
  await world.bots.speaking.sayDue();
  expect(world.saidTo(CADRE).at(-1)).toMatch(/第1件 网页来信（钱）.*原文 1/u);
  const raw = await world.say(CADRE, '原文 1', { group: null });
  expect(raw.join()).toContain(WORDS);
  expect(raw.join()).toContain('13912345678');
  await world.say(CADRE, '接 1', { group: null });
  await world.say(CADRE, '办结 1 法律援助站周三下午接待您', { group: null });
  expect(await post({ wants: 'state', number: '1', code })).toContain('法律援助站周三下午接待您');
  await post({ wants: 'confirm', number: '1', code });
  expect((await ticketByNumber(world.open.db, 1))?.state).toBe('confirmed');
  await world.bots.speaking.sayDue();
  expect(world.saidTo(CADRE).at(-1)).toContain('群众说解决了');
});

it('nothing of a letter is ever put for the group or for its writer, who has no chat', async () => {
  await write(WORDS);
  await world.say(CADRE, '接 1', { group: null });
  await world.say(CADRE, '等 1 约律师', { group: null });
  await world.jumpTo('2026-11-26T11:00:00+08:00');
  await world.say(CADRE, '办结 1 约好了', { group: null });
  const writerId = (await ticketByNumber(world.open.db, 1))?.requesterId;
  const rows = await world.open.db.select().from(outbox);
  expect(rows.filter(row => row.placeId === GROUP || row.placeId === writerId)).toEqual([]);
  expect(world.logged()).not.toMatch(/网贷|13912345678/u);
});

it('a letter of the night reaches the cadre in the morning', async () => {
  await world.jumpTo('2026-11-24T23:00:00+08:00');
  await write('楼上半夜施工，能不能管一管');
  await world.bots.speaking.sayDue();
  expect(world.saidTo(CADRE)).toEqual([]);
  await world.jumpTo('2026-11-25T08:30:00+08:00');
  expect(world.saidTo(CADRE).join()).toContain('网页来信');
});
