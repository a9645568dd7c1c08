import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importFaq } from '../../db/faq.ts';
import { decisions } from '../../db/schema.ts';
import { type EmbeddingsServer, openEmbeddingsServer } from '../support/embeddings-server.ts';
import { ENTRY, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

const anEntry = (id: string, question: string, ...phrasings: string[]) => ({
  ...ENTRY,
  id,
  question,
  phrasings,
  answer: `${id}的答案。`,
});
const ENTRIES = [
  anEntry('canteen', '社区食堂几点开门', '社区食堂几点钟开门营业', '社区食堂早上几点开门'),
  anEntry('vaccine', '流感疫苗在哪里打', '流感疫苗去哪里打', '打流感疫苗在哪里排队'),
  anEntry('permit', '居住证怎么续签', '居住证续签怎么弄', '居住证到期怎么续签'),
  anEntry('school', '孩子转学要什么材料', '给孩子转学要什么材料', '孩子转学材料要哪些'),
  anEntry('card', '敬老卡怎么申请', '敬老卡申请去哪里', '老人敬老卡怎么申请'),
];
/** Words alone offer to record it; the stand-in knows that it means the canteen. */
const OTHERWISE = '附近的老人饭堂啥时候能去吃';
const WITHOUT = '要不要我记下来';
/** Words answer it, asked or not; the stand-in knows better. */
const MISLEADING = '食堂社区几点开门';
const SYNONYMS = { [OTHERWISE]: '社区食堂几点开门', [MISLEADING]: '孩子转学要什么材料' };
const WORDINGS = new Set(ENTRIES.flatMap(({ question, phrasings }) => [question, ...phrasings]));
const KNOWN = 'the meaning of the entries is known';

let server: EmbeddingsServer;
let world: TestWorld | undefined;
beforeEach(async () => {
  server = await openEmbeddingsServer(SYNONYMS);
});
afterEach(async () => {
  await world?.close();
  await server.close();
  world = undefined;
});

const open = async (env: Record<string, string> = { NUANQUN_EMBEDDINGS_URL: server.url }) => {
  world = await openWorld({ entries: ENTRIES, env });
  return world;
};
const ready = (of: TestWorld, times = 1) =>
  vi.waitFor(() => expect(of.logged().split(KNOWN).length - 1).toBe(times), 5000);
const opened = async () => {
  const own = await open();
  await ready(own);
  return own;
};
/** What left the machine besides the entries. */
const questions = () => server.heard().filter(text => !WORDINGS.has(text));
const ask = (of: TestWorld, text = OTHERWISE) => of.say(MEMBER, text, { mention: true });
const later = (of: TestWorld, seconds: number) => of.jumpTo(new Date(of.now().getTime() + seconds * 1000));

describe('a question in words that no entry has', () => {
  it('is answered by its meaning when it was asked of the bot', async () => {
    const own = await opened();
    expect((await ask(own)).join()).toContain('canteen的答案');
    const [decision] = await own.open.db.select().from(decisions);
    expect(decision).toMatchObject({ action: 'answer', model: expect.stringContaining('/meaning-1/bge-m3') });
    expect(questions()).toEqual([OTHERWISE]);
    expect(own.logged()).not.toContain(OTHERWISE);
  });

  it('is answered to nobody who did not ask, and does not leave the machine', async () => {
    const own = await opened();
    expect(await own.say(MEMBER, OTHERWISE)).toEqual([]);
    expect(questions()).toEqual([]);
  });

  it('is offered to be recorded without the stage, and nothing is requested', async () => {
    const own = await open({});
    expect((await ask(own)).join()).toContain(WITHOUT);
    expect(own.bots.bot.meaning).toBeNull();
    expect(server.requests).toEqual([]);
  });
});

it('an interruption by words alone is taken back when the meaning is another', async () => {
  const own = await opened();
  // How sure words are of it moves with every training; here they are just sure enough.
  own.bots.bot.understanding.searchFaq = () => [{ entryId: 'canteen', score: 1, confidence: 0.95 }];
  expect(await own.say(MEMBER, MISLEADING)).toEqual([]);
  expect(questions()).toEqual([MISLEADING]);
  server.mood = 'fault';
  await later(own, 15);
  expect((await own.say(MEMBER, MISLEADING)).join()).toContain('canteen的答案');
});

describe('what leaves the machine', () => {
  it('is no chatter, no word to the bot, no danger and nothing private', async () => {
    const own = await opened();
    for (const text of ['今天天气真好啊大家早', '周末一起去跳舞吧', '谢谢大家'])
      expect(await own.say(MEMBER, text)).toEqual([]);
    await own.say(MEMBER, '记录 居住证续签太慢', { mention: true });
    await own.say(MEMBER, '我的工单', { group: null });
    await own.say(MEMBER, '2', { mention: true });
    await own.say(MEMBER, '着火了怎么续签居住证', { mention: true });
    await own.say(MEMBER, '我老公打我，居住证怎么续', { mention: true });
    expect(questions()).toEqual([]);
  });

  it('has no numbers and no homes', async () => {
    const own = await opened();
    await ask(own, '我电话13812345678，住3号楼502室，敬老卡找谁');
    const sent = questions().join();
    expect(sent).toContain('敬老卡找谁');
    expect(sent).not.toMatch(/138|5678|502|3号楼/);
  });

  it('carries the model and the key', async () => {
    const env = { NUANQUN_EMBEDDINGS_KEY: 'k3y', NUANQUN_EMBEDDINGS_MODEL: 'other' };
    const own = await open({ NUANQUN_EMBEDDINGS_URL: server.url, ...env });
    await ready(own);
    expect(server.requests[0]).toMatchObject({ model: 'other', key: 'Bearer k3y' });
    expect(own.logged()).not.toContain('k3y');
  });
});

describe('an endpoint that does not answer well', () => {
  it.each(['slow', 'hangs'] as const)('in time (%s) is not waited for', async mood => {
    const own = await opened();
    server.mood = mood;
    const began = performance.now();
    expect(await own.bots.bot.meaning?.read(OTHERWISE)).toBeNull();
    expect(performance.now() - began).toBeLessThan(600);
    expect((await ask(own)).join()).toContain(WITHOUT);
  });

  it.each(['fault', 'garbage', 'odd'] as const)('(%s) is done without', async mood => {
    const own = await opened();
    server.mood = mood;
    expect((await ask(own)).join()).toContain(WITHOUT);
  });

  it('three times rests for a minute, is tried again and heals', async () => {
    const own = await opened();
    server.mood = 'fault';
    for (let at = 0; at < 5; at++) {
      await ask(own);
      await later(own, 11);
    }
    expect(questions()).toHaveLength(3);
    expect(own.logged()).toContain('it answers 500');
    await later(own, 60);
    await ask(own);
    await later(own, 11);
    await ask(own);
    expect(questions()).toHaveLength(4);
    server.mood = 'fine';
    await later(own, 61);
    expect((await ask(own)).join()).toContain('canteen的答案');
    expect(own.logged()).toContain('answers again');
  });

  it('when the program starts delays nothing, and is asked again by a later message', async () => {
    server.mood = 'fault';
    const own = await open();
    expect((await ask(own)).join()).toContain(WITHOUT);
    server.mood = 'fine';
    await later(own, 61);
    await ask(own);
    await ready(own);
    await later(own, 15);
    expect((await ask(own)).join()).toContain('canteen的答案');
  });

  it('with vectors of another model begins anew with that one', async () => {
    const own = await opened();
    server.mood = 'odd';
    await ask(own);
    await later(own, 15);
    await ask(own);
    await ready(own, 2);
    await later(own, 15);
    expect((await ask(own)).join()).toContain('canteen的答案');
  });
});

describe('a change of the entries', () => {
  it('asks for the new wordings only', async () => {
    const own = await opened();
    const before = server.requests.length;
    await importFaq(own.open.db, [anEntry('repair', '楼道灯坏了找谁修', '楼道的灯坏了找谁来修')]);
    await own.bots.bot.refreshFaq();
    await ready(own, 2);
    expect(server.requests.slice(before).map(({ texts }) => texts)).toEqual([
      ['楼道灯坏了找谁修', '楼道的灯坏了找谁来修'],
    ]);
  });

  it('of many comes in portions of at most 64', async () => {
    const own = await opened();
    const many = Array.from({ length: 40 }, (_, at) =>
      anEntry(`n${at}`, `第${at}路车末班几点`, `${at}路末班车几点`),
    );
    await importFaq(own.open.db, many);
    await own.bots.bot.refreshFaq();
    await ready(own, 2);
    expect(server.requests.slice(1).map(({ texts }) => texts.length)).toEqual([64, 16]);
  });
});

it('an endpoint outside the own network is told of at the start', async () => {
  const own = await open({ NUANQUN_EMBEDDINGS_URL: 'http://192.0.2.1:9/v1' });
  expect(own.logged()).toContain('leave this network');
});
