import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDb } from '../../db/open.ts';
import { messages } from '../../db/schema.ts';
import { GROUP, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld | undefined;
let folder: string | undefined;
afterEach(async () => {
  await world?.close();
  if (folder) rmSync(folder, { recursive: true });
  world = folder = undefined;
});

const CHATTER = '今天包的荠菜饺子真香哈哈哈';
const REQUEST = '帮我记一下 三号楼的水管一直在滴水';

const textsKept = async (open: TestWorld['open']) =>
  (await open.db.select().from(messages)).flatMap(row => row.text ?? []);

describe('the text of ordinary talk', () => {
  it('is gone from its row within half an hour, and the request stays', async () => {
    world = await openWorld();
    await world.say(MEMBER, CHATTER);
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.passTo('2026-11-24T10:36:00+08:00');
    expect((await textsKept(world.open)).join()).toBe(REQUEST);
  });
});

// What a server keeps in its own files is the server's: docs/operations says so.
const onFiles = dialect === 'sqlite' ? describe : () => undefined;
onFiles('the database file', () => {
  it('and its log no longer hold what ordinary talk said, and hold the request', async () => {
    folder = mkdtempSync(join(tmpdir(), 'nuanqun-'));
    const file = join(folder, 'test.sqlite');
    const inFiles = (text: string) =>
      [file, `${file}-wal`].some(each => existsSync(each) && readFileSync(each).includes(Buffer.from(text)));
    world = await openWorld({ open: await openDb(file) });
    await world.say(MEMBER, CHATTER);
    await world.say(MEMBER, REQUEST, { mention: true });
    expect(inFiles(CHATTER)).toBe(true);
    await world.passTo('2026-11-24T10:36:00+08:00');
    expect(inFiles(CHATTER)).toBe(false);
    expect(inFiles('三号楼的水管一直在滴水')).toBe(true);
  });
});

describe('what was recalled', () => {
  it('loses its text at once, and is not offered to be recorded', async () => {
    world = await openWorld();
    const id = world.chat.say({ from: MEMBER, groupId: GROUP, text: '三楼楼道灯坏了，能不能找人修一下' });
    await world.say(MEMBER, '嗯');
    world.chat.recall(id);
    expect(await world.passTo('2026-11-24T10:30:00+08:00')).toEqual([]);
    const rows = await world.open.db.select().from(messages);
    expect(rows.map(row => row.text)).not.toContain('三楼楼道灯坏了，能不能找人修一下');
  });
});

describe('logs', () => {
  it('hold neither words nor names nor numbers of people', async () => {
    world = await openWorld();
    await world.say(MEMBER, '帮我记一下 请打我电话13812345678，身份证310101199001011234', { mention: true });
    for (const word of ['13812345678', '310101199001011234', '李阿姨', '请打我'])
      expect(world.logged()).not.toContain(word);
    expect(world.saidTo('p-wang').join()).toContain('第1件');
    expect(world.saidTo('p-wang').join()).not.toMatch(/1381234|310101/u);
  });
});
