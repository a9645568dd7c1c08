import { afterEach, beforeEach, expect, it } from 'vitest';
import { groups } from '../../db/schema.ts';
import { GROUP, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld({ env: { NUANQUN_RETENTION_DAYS: '60' } });
});
afterEach(() => world.close());

/** What everybody must have been told (个人信息保护法 17): what is kept, how long, what for, and how to see it or leave. */
const NOTICE = ['闲聊不存', '诉求存60天', '服务情况做统计', '想看或退出说"我的数据"'];

it('a group that is bound hears what is kept, and of 服务 and 联系人, in one message', async () => {
  const shape = { kind: 'grassroots' as const, size: 80, createdAt: null, serviceLines: [] };
  const unbound = { boundAt: null, bindCode: 'ABCD2345', noticeAt: null };
  await world.open.db
    .insert(groups)
    .values({ id: 'g-new', name: '临汾姐妹群', unitId: 'u-street', ...shape, ...unbound });
  world.chat.addGroup({ id: 'chat-new', name: '临汾姐妹群', members: [{ id: MEMBER }] });
  const said = await world.say(MEMBER, '绑定 ABCD2345', { group: 'chat-new' });
  const notice = said.find(text => text.includes('服务机器人')) ?? '';
  for (const words of [...NOTICE, '"服务"', '"联系人"']) expect(notice).toContain(words);
  expect([...notice].length).toBeLessThanOrEqual(90);
});

it('who joins later hears the same in the welcome', async () => {
  const person = world.chat.addPerson({ name: '小周' });
  world.chat.join(GROUP, person.id);
  await world.say(STRANGER, '欢迎欢迎');
  const welcome = world.saidTo(GROUP).find(text => text.includes('欢迎新朋友')) ?? '';
  for (const words of [...NOTICE, '"服务"', '"联系人"']) expect(welcome).toContain(words);
  expect([...welcome].length).toBeLessThanOrEqual(90);
});

it('who becomes a friend is told in private what is kept and who sees it, once', async () => {
  world.chat.befriend(STRANGER);
  await world.say(MEMBER, '早上好');
  world.chat.befriend(STRANGER);
  await world.say(MEMBER, '今天天气不错');
  expect(world.saidTo(STRANGER)).toEqual([
    expect.stringContaining('诉求原话存60天，负责的同志会看到；想看或退出说"我的数据"。'),
  ]);
});
