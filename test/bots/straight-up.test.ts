import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { ABOVE, addDistrict, loseLeader } from '../support/district.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alone = { group: null };
const WORDS = '小区垃圾三天没人清，居委会说不归他们管';

async function ticket(number: number) {
  const found = await ticketByNumber(world.open.db, number);
  if (!found) throw new Error(`no ticket ${number}`);
  return found;
}
const actsOf = async (number: number) =>
  (await eventsOf(world.open.db, await ticket(number))).map(event => event.act);

describe('直报 with words', () => {
  it('goes to the leader word for word, and to no cadre', async () => {
    const said = await world.say(MEMBER, `直报 ${WORDS}`, alone);
    expect(said).toContainEqual(expect.stringContaining('原话已经发给赵敏，是第1件。24个工作小时'));
    const [told] = world.saidTo(LEADER);
    expect(told).toContain(`原话："${WORDS}"`);
    expect(told).toContain('李阿姨，彭浦青年之家，今天10:00，还没有人办过');
    expect(told).toContain('回"收到 1"');
    expect(world.saidTo(CADRE)).toEqual([]);
    expect(await ticket(1)).toMatchObject({
      kind: 'request',
      assigneeId: LEADER,
      placeId: MEMBER,
      escalatedFor: 'straight-up',
    });
  });

  it('masks numbers, and nothing else', async () => {
    await world.say(MEMBER, '直报 门卫13812345678骂人', alone);
    expect(world.saidTo(LEADER)[0]).toContain('原话："门卫138****5678骂人"');
  });

  it('said twice is sent once', async () => {
    await world.say(MEMBER, `直报 ${WORDS}`, alone);
    await world.passTo('2026-11-24T10:05:00+08:00');
    expect(await world.say(MEMBER, `直报 ${WORDS}`, alone)).toEqual([
      expect.stringContaining('这些话已经报给赵敏了，是第1件'),
    ]);
    expect(world.saidTo(LEADER)).toHaveLength(1);
    expect(await ticketByNumber(world.open.db, 2)).toBeNull();
  });

  it('is sent at most three times a day, and again the day after', async () => {
    for (const nth of ['一', '二', '三']) await world.say(MEMBER, `直报 第${nth}号楼的门坏了`, alone);
    const [refusal] = await world.say(MEMBER, '直报 垃圾也没人清', alone);
    expect(refusal).toContain('今天已经直报3次');
    expect(world.saidTo(LEADER)).toHaveLength(3);
    expect(await ticketByNumber(world.open.db, 4)).toBeNull();
    await world.jumpTo('2026-11-25T09:30:00+08:00');
    await world.say(MEMBER, '直报 垃圾也没人清', alone);
    expect(await ticket(4)).toMatchObject({ escalatedFor: 'straight-up' });
  });

  it('in the group needs to be said to the bot', async () => {
    expect(await world.say(STRANGER, `直报 ${WORDS}`)).toEqual([]);
    const said = await world.say(STRANGER, `直报 ${WORDS}`, { mention: true });
    expect(said).toContainEqual(expect.stringContaining('原话已经发给赵敏'));
    for (const text of world.saidTo(GROUP)) expect([...text].length).toBeLessThanOrEqual(90);
  });

  it('of a private matter leaves the group before anything is sent', async () => {
    const said = await world.say(MEMBER, '直报 我老公天天打我，没人管', { mention: true });
    expect(world.saidTo(LEADER)).toEqual([]);
    expect(said).toContainEqual(expect.stringContaining('这件事咱们私下说'));
    expect(world.saidTo(MEMBER)).toContainEqual(expect.stringContaining('直报 后面写要说的话'));
    expect(await ticketByNumber(world.open.db, 1)).toBeNull();
  });

  it('goes out in the morning when said at night, and says so', async () => {
    await world.jumpTo('2026-11-24T23:00:00+08:00');
    const [said] = await world.say(MEMBER, `直报 ${WORDS}`, alone);
    expect(said).toMatch(/原话明天\d+:\d\d发给赵敏/);
    expect(world.saidTo(LEADER)).toEqual([]);
  });

  it('goes to the next leader above when the nearest cannot be written to', async () => {
    await addDistrict(world);
    await loseLeader(world);
    const [said] = await world.say(MEMBER, `直报 ${WORDS}`, alone);
    expect(said).toContain('原话已经发给钱进');
    expect(world.saidTo(ABOVE)).toHaveLength(1);
  });

  it('promises nothing when no leader can be written to, and opens nothing', async () => {
    await loseLeader(world);
    const [said] = await world.say(MEMBER, `直报 ${WORDS}`, alone);
    expect(said).toContain('这件没有发出去。可以打12345');
    expect(await ticketByNumber(world.open.db, 1)).toBeNull();
  });
});

describe('直报 with a number', () => {
  beforeEach(async () => {
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
    await world.say(CADRE, '办结 1 修好了', alone);
    await world.say(MEMBER, '没解决 1', alone);
  });

  it('sends what the member said then, with the hands it went through', async () => {
    const said = await world.say(MEMBER, '直报 1', { mention: true });
    expect(said).toContainEqual(expect.stringContaining('原话已经发给赵敏，是第1件'));
    expect(world.saidTo(LEADER)[0]).toMatch(/楼道灯坏了三天没人修"/);
    expect(world.saidTo(LEADER)[0]).toContain('经手1人');
    expect(await ticket(1)).toMatchObject({ assigneeId: CADRE, escalatedFor: 'straight-up' });
    await world.passTo('2026-11-24T10:05:00+08:00');
    expect(await world.say(MEMBER, '直报 1', { mention: true })).toEqual([
      expect.stringContaining('已经报给赵敏'),
    ]);
    expect(await world.say(MEMBER, '直报 1 灯又灭了', alone)).toEqual(
      expect.arrayContaining([expect.stringContaining('原话已经发给赵敏')]),
    );
    expect(world.saidTo(LEADER)).toHaveLength(2);
  });

  it('is refused to a stranger, who hears nothing of the matter', async () => {
    const [said] = await world.say(STRANGER, '直报 1', { mention: true });
    expect(said).toContain('第1件不是您的事');
    expect(world.saidTo(LEADER)).toEqual([]);
  });

  it('alone means the only ticket of the member, and else asks', async () => {
    const [asked] = await world.say(STRANGER, '直报', { mention: true });
    expect(asked).toContain('要直报什么');
    await world.say(MEMBER, '直报', alone);
    expect(world.saidTo(LEADER)).toHaveLength(1);
  });
});

describe('the way back', () => {
  beforeEach(() => world.say(MEMBER, `直报 ${WORDS}`, alone));

  it('tells the sender once that the leader has seen it', async () => {
    const said = await world.say(LEADER, '收到 1', alone);
    expect(said).toContainEqual(expect.stringContaining('赵敏看到了第1件'));
    await world.say(LEADER, '收到 1', alone);
    expect(world.saidTo(MEMBER).filter(text => text.includes('看到了'))).toHaveLength(1);
    expect(await actsOf(1)).toEqual(['open', 'escalate', 'acknowledge']);
  });

  it('brings the answer of the leader to the sender, whose word ends it', async () => {
    await world.say(LEADER, '办结 1 明早七点起每天清两次', alone);
    expect(world.saidTo(MEMBER).at(-1)).toContain('明早七点起每天清两次。解决了吗');
    await world.say(MEMBER, '解决了', alone);
    expect((await ticket(1)).state).toBe('confirmed');
  });

  it('is not closed by a cadre who happens to answer the member in the group', async () => {
    await world.say(STRANGER, '直报 电梯三天没修好', { mention: true });
    const asked = world.chat.history(GROUP).find(each => each.text.includes('电梯'));
    await world.say(CADRE, '陈师傅，这个不归我们管', { replyTo: asked?.id ?? '' });
    expect(world.saidTo(CADRE)).toEqual([]);
    expect(await ticket(2)).toMatchObject({ assigneeId: LEADER, answeredAt: null });
  });

  it('is kept from the cadres until the leader hands it down', async () => {
    for (const words of ['接 1', '进度 1', '办结 1 好了'])
      expect((await world.say(CADRE, words, alone)).join(), words).not.toContain('垃圾');
    expect(await ticket(1)).toMatchObject({ assigneeId: LEADER, state: 'open' });
    const said = await world.say(LEADER, '派1 @王芳', alone);
    expect(said).toContainEqual('好，第1件派给王芳了。');
    expect(world.saidTo(CADRE).at(-1)).toMatch(/第1件 .*垃圾/);
    expect(world.saidTo(MEMBER).at(-1)).toContain('赵敏看到了第1件');
    await world.passTo('2026-11-24T10:05:00+08:00');
    expect(await world.say(CADRE, '接 1', alone)).toContainEqual(expect.stringContaining('归您办'));
    expect(await actsOf(1)).toEqual(['open', 'escalate', 'acknowledge', 'assign', 'accept']);
  });
});
