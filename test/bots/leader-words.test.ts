import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escalateIfStuck } from '../../bots/desk/escalate-stuck.ts';
import type { Turn } from '../../bots/turn.ts';
import { openTurn } from '../../bots/turn.ts';
import { groupHistory } from '../../db/group-histories.ts';
import { groupById } from '../../db/groups.ts';
import { personById } from '../../db/people.ts';
import { groups, unitLeaders, units } from '../../db/schema.ts';
import { saveScore } from '../../db/scores.ts';
import { addTicketEvent, eventsOf, ticketByNumber } from '../../db/tickets.ts';
import type { Message } from '../../src/message.ts';
import { analysed } from '../support/digest-inputs.ts';
import { ABOVE, addDistrict, loseLeader } from '../support/district.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
afterEach(() => world.close());
const alone = { group: null };

async function ticket(number: number) {
  const found = await ticketByNumber(world.open.db, number);
  if (!found) throw new Error(`no ticket ${number}`);
  return found;
}

describe('批示', () => {
  beforeEach(async () => {
    world = await openWorld();
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
  });

  it('goes to whoever has the ticket; the member who went straight up hears that it was given, not what it says', async () => {
    await world.say(MEMBER, '直报 1', alone);
    const said = await world.say(LEADER, '批示 1 今天之内换好，费用从街道出', alone);
    expect(said).toContainEqual('好，第1件的批示发给王芳了。');
    expect(world.saidTo(CADRE).at(-1)).toContain('赵敏对第1件');
    expect(world.saidTo(CADRE).at(-1)).toContain('今天之内换好');
    expect(world.saidTo(MEMBER).at(-1)).toContain('赵敏看过第1件，已经交代人办');
    expect([...world.saidTo(MEMBER), ...world.saidTo(GROUP)].join()).not.toContain('费用');
    expect((await ticket(1)).acknowledgedAt).not.toBeNull();
    const heard = world.saidTo(MEMBER).length;
    await world.say(LEADER, '批示 1 另外查一下别的楼', alone);
    expect(world.saidTo(CADRE).at(-1)).toContain('别的楼');
    expect(world.saidTo(MEMBER)).toHaveLength(heard);
  });

  it('of a ticket that was late tells the member nothing', async () => {
    await world.jumpTo('2026-11-26T11:00:00+08:00');
    const before = world.saidTo(GROUP).length;
    await world.say(LEADER, '批示1，请物业今天去', alone);
    expect(world.saidTo(CADRE).at(-1)).toContain('请物业今天去');
    expect(world.saidTo(GROUP)).toHaveLength(before);
  });

  it('on a word that lies with the leader opens it to the cadres of the group', async () => {
    await world.say(MEMBER, '直报 门口的路被挖了没人管', alone);
    await world.say(LEADER, '批示 2 请今天去看', alone);
    expect(world.saidTo(CADRE).at(-1)).toContain('赵敏对第2件');
    expect(await world.say(CADRE, '接 2', alone)).toContainEqual(expect.stringContaining('归您办'));
  });

  it('is no word of a cadre or a member, and asks for what is missing', async () => {
    expect(await world.say(CADRE, '批示 1 不办', alone)).toEqual([expect.stringContaining('负责的同志')]);
    expect(await world.say(MEMBER, '批示 1 马上办', alone)).toEqual([expect.stringContaining('负责的同志')]);
    expect(await world.say(LEADER, '批示 1', alone)).toEqual([expect.stringContaining('回"批示 12 怎么办"')]);
    expect(await world.say(LEADER, '批示 9 办', alone)).toEqual([expect.stringContaining('没有第9件')]);
    expect((await ticket(1)).acknowledgedAt).toBeNull();
  });

  it('says so when no cadre can be written to', async () => {
    await loseLeader(world, CADRE);
    const [said] = await world.say(LEADER, '批示 1 今天办', alone);
    expect(said).toContain('现在没有干部能在微信上收到');
  });
});

describe('派', () => {
  beforeEach(async () => {
    world = await openWorld();
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
  });

  it('gives the ticket to a cadre with its card', async () => {
    const said = await world.say(LEADER, '派 1 @孙强', alone);
    expect(said).toContainEqual('好，第1件派给孙强了。');
    expect(world.saidTo('p-sun').at(-1)).toMatch(/第1件 .*楼道灯/);
    expect((await ticket(1)).assigneeId).toBe('p-sun');
  });

  it('says who cannot be told, guesses nobody, and is no word of a cadre', async () => {
    expect(await world.say(LEADER, '派 1 @某某', alone)).toEqual([expect.stringContaining('派给谁')]);
    expect(await world.say(LEADER, '派 1 @王芳', alone)).toEqual([expect.stringContaining('本来就归王芳办')]);
    expect(await world.say(CADRE, '派 1 @孙强', alone)).toEqual([expect.stringContaining('负责的同志')]);
    await loseLeader(world, 'p-sun');
    const [said] = await world.say(LEADER, '派 1 孙强', alone);
    expect(said).toContain('孙强还不是我的好友');
  });
});

describe('a digest', () => {
  const MONDAY = '2026-11-30T09:00:00+08:00';
  const WEEK = '2026-W48';

  beforeEach(async () => {
    world = await openWorld({ now: new Date('2026-11-30T07:00:00+08:00') });
    await saveScore(world.open.db, WEEK, analysed(GROUP, '彭浦青年之家', 'cold'), world.now());
    await world.jumpTo(MONDAY);
  });

  const digest = () => world.saidTo(LEADER).find(text => text.includes('周报')) ?? '';

  it('numbers its groups, and 详 tells why one stands there', async () => {
    expect(digest()).toContain('\n1 彭浦青年之家（冷群）：');
    const [said] = await world.say(LEADER, '详1', alone);
    expect(said).toContain('第48周 彭浦青年之家（冷群）：近30天干部发言0次，帮到0件。');
    expect(said).toContain('一个月没说几句话：30天没有干部发言');
    expect([...(said ?? '')].length).toBeLessThanOrEqual(300);
    expect(await world.say(LEADER, '详 7', alone)).toEqual([expect.stringContaining('没有第7条')]);
    expect(await world.say(CADRE, '详 1', alone)).toEqual([expect.stringContaining('负责的同志')]);
  });

  it('becomes an improvement task by one word, once, whose end the leader confirms', async () => {
    const said = await world.say(LEADER, '改进 1', alone);
    expect(said).toContainEqual(expect.stringContaining('第1件改进布置给王芳了'));
    expect(await ticket(1)).toMatchObject({
      kind: 'improvement',
      requesterId: LEADER,
      placeId: LEADER,
      assigneeId: CADRE,
      limitClass: 'general',
      about: `finding/${GROUP}/${WEEK}/cadre-silent`,
    });
    expect(world.saidTo(CADRE).at(-1)).toContain('第1件 改进（赵敏，彭浦青年之家）');
    await world.jumpTo('2026-11-30T09:30:00+08:00');
    expect(await world.say(LEADER, '改进 1', alone)).toEqual([
      expect.stringContaining('已经布置过了，是第1件'),
    ]);
    await world.say(CADRE, '办结 1 上午到群里回了三件', alone);
    expect(world.saidTo(LEADER).at(-1)).toContain('上午到群里回了三件。解决了吗');
    expect(world.saidTo(LEADER).at(-1)).not.toContain('评价');
    expect(await world.say(LEADER, '解决了', alone)).toContainEqual(
      '好，第1件记为解决了，我告诉承办的同志。',
    );
    expect(world.saidTo(CADRE).at(-1)).toContain('提出的同志说解决了');
    expect((await ticket(1)).state).toBe('confirmed');
    const history = await groupHistory(world.open.db, GROUP, '2026-12-06');
    expect(history?.tickets).toEqual([]);
  });

  it('takes the leader’s own words for the task', async () => {
    await world.say(LEADER, '改进 1 每周三下午到群里答疑', alone);
    expect((await ticket(1)).topic).toBe('每周三下午到群里答疑');
  });

  it('numbers on over the units of one leader', async () => {
    const { db } = world.open;
    await world.jumpTo('2026-12-07T07:00:00+08:00');
    await db
      .insert(units)
      .values({ id: 'u-block', name: '三泉居委', parentId: null, level: 'village', line: 'youth' });
    await db.insert(unitLeaders).values({ unitId: 'u-block', personId: LEADER });
    const boundAt = new Date('2026-09-01T09:00:00+08:00');
    const block = { id: 'g-block', name: '三泉邻里群', unitId: 'u-block', kind: 'grassroots' as const };
    await db.insert(groups).values({ ...block, size: 90, createdAt: boundAt, serviceLines: [], boundAt });
    for (const [id, name] of [
      [GROUP, '彭浦青年之家'],
      ['g-block', '三泉邻里群'],
    ] as const)
      await saveScore(db, '2026-W49', analysed(id, name, 'cold'), world.now());
    await world.jumpTo('2026-12-07T09:00:00+08:00');
    expect((await world.say(LEADER, '详 1', alone)).join()).toContain('三泉邻里群');
    expect((await world.say(LEADER, '详 2', alone)).join()).toContain('彭浦青年之家');
  });

  it('has other numbers a week later', async () => {
    await world.jumpTo('2026-12-07T07:00:00+08:00');
    await saveScore(world.open.db, '2026-W49', analysed(GROUP, '彭浦青年之家', 'healthy'), world.now());
    await world.jumpTo('2026-12-07T09:00:00+08:00');
    expect(await world.say(LEADER, '详 1', alone)).toEqual([expect.stringContaining('没有第1条')]);
  });
});

describe('a ticket that was handed on three times', () => {
  beforeEach(async () => {
    world = await openWorld();
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
  });

  /** A turn of the cadre's, as the command that handed it on has one. */
  async function turnOf(text: string): Promise<Turn> {
    const { db } = world.open;
    const person = await personById(db, CADRE);
    const group = await groupById(db, GROUP);
    if (!person) throw new Error('no cadre');
    const message = { id: `m-${text}`, placeId: CADRE, isPrivate: true, trace: 't' } as unknown as Message;
    const parts = { message, text, person, group, isAddressed: true, quotesBot: false, meant: null };
    return openTurn({ bot: world.bots.bot, tx: db, ...parts });
  }

  async function handOn(times: number): Promise<void> {
    for (let nth = 0; nth < times; nth++) {
      const data = { toId: nth % 2 ? CADRE : 'p-sun' };
      const act = { at: world.now(), byId: CADRE, act: 'transfer' as const, data };
      await addTicketEvent(world.open.db, await ticket(1), act, 't');
    }
  }
  const told = (id: string) => world.saidTo(id).filter(text => text.includes('还没办下来'));

  it('goes to the leader by itself, once', async () => {
    await handOn(2);
    await escalateIfStuck(await turnOf('二'), await ticket(1));
    await handOn(1);
    const stuck = await escalateIfStuck(await turnOf('三'), await ticket(1));
    expect(stuck).toMatchObject({ escalatedFor: 'transfers' });
    await handOn(1);
    await escalateIfStuck(await turnOf('四'), await ticket(1));
    await world.passTo('2026-11-24T10:30:00+08:00');
    expect(told(LEADER)).toEqual([expect.stringContaining('第1件转了3次')]);
    const events = await eventsOf(world.open.db, await ticket(1));
    expect(events.filter(event => event.act === 'escalate').map(event => event.byId)).toEqual([null]);
  });

  it('does not hide that a straight-up word waits for its 收到', async () => {
    await world.say(MEMBER, '直报 1', alone);
    await handOn(3);
    const stuck = await escalateIfStuck(await turnOf('三'), await ticket(1));
    expect(stuck.escalatedFor).toBe('straight-up');
    await world.passTo('2026-11-24T10:30:00+08:00');
    expect(told(LEADER)).toHaveLength(1);
  });

  it('goes to the leader above when the nearest cannot be written to', async () => {
    await addDistrict(world);
    await loseLeader(world);
    await handOn(3);
    await escalateIfStuck(await turnOf('三'), await ticket(1));
    await world.passTo('2026-11-24T10:30:00+08:00');
    expect(told(ABOVE)).toHaveLength(1);
  });
});
