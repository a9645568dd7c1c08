import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bind } from '../../db/bindings.ts';
import { joinGroup } from '../../db/groups.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, ticketEvents } from '../../db/schema.ts';
import { type PlacedTicket, ticketByNumber } from '../../db/tickets.ts';
import { durationsOf } from '../../src/ticket/durations.ts';
import { openingOf, replay } from '../../src/ticket.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/time.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const ask = (text: string, from = MEMBER) => world.say(from, `帮我记一下 ${text}`, { mention: true });
const toBot = (from: string, text: string) => world.say(from, text, { group: null });
const ticket = async (number: number): Promise<PlacedTicket> => {
  const found = await ticketByNumber(world.open.db, number);
  if (!found) throw new Error(`no ticket ${number}`);
  return found;
};
const logOf = async ({ id }: PlacedTicket) =>
  world.open.db
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, id))
    .orderBy(asc(ticketEvents.seq));

describe('the clock of a ticket', () => {
  it('starts at the member’s message and keeps each length raw and in working time', async () => {
    await world.say(MEMBER, '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下', { mention: true });
    await world.jumpTo('2026-11-24T10:08:00+08:00');
    await world.say(MEMBER, '记录');
    await world.jumpTo('2026-11-24T14:00:00+08:00');
    await toBot(CADRE, '接 1');
    const { response } = durationsOf(await logOf(await ticket(1)));
    expect(response).toEqual({ rawMs: 4 * HOUR_MS, workingMs: 2.5 * HOUR_MS });
  });

  it('stands still while it waits, and the limit moves by as much', async () => {
    await ask('楼道灯坏了');
    await world.jumpTo('2026-11-24T11:00:00+08:00');
    await toBot(CADRE, '等 1 物业配件');
    await world.jumpTo('2026-11-26T11:00:00+08:00');
    await toBot(CADRE, '接 1');
    const after = await ticket(1);
    expect(after).toMatchObject({ state: 'open', waitedMs: 13 * HOUR_MS, waitingReason: null });
    expect(after.dueAt.toISOString()).toBe('2026-11-27T02:00:00.000Z');
  });

  it('is given once more by 延期 with a reason, and never twice', async () => {
    await ask('楼道灯坏了');
    expect((await toBot(CADRE, '延期 1')).join()).toContain('为什么要延');
    await toBot(CADRE, '延期 1 等电工排班');
    expect((await ticket(1)).dueAt.toISOString()).toBe('2026-11-26T02:00:00.000Z');
    expect(world.saidTo(GROUP).at(-1)).toContain('原因：等电工排班');
    expect((await toBot(CADRE, '延期 1 再等等')).join()).toBe('第1件已经延过一次，不能再延。');
  });

  it('is two hours for what spoils a whole house’s day', async () => {
    await ask('三号楼水管爆了到处漏水');
    expect(await ticket(1)).toMatchObject({ limitClass: 'urgent', limitMs: 2 * HOUR_MS });
    expect((await ticket(1)).dueAt.toISOString()).toBe('2026-11-24T04:00:00.000Z');
  });

  it('writes one event for each limit that was missed', async () => {
    await ask('楼道灯坏了');
    await world.passTo('2026-11-26T12:00:00+08:00');
    const acts = (await logOf(await ticket(1))).map(event => event.act);
    expect(acts.filter(act => act === 'miss')).toHaveLength(1);
    expect(await ticket(1)).toMatchObject({ missedTimes: 1 });
  });
});

describe('a reminder', () => {
  it('comes at half, at 80 %, at the limit and then daily, several tickets in one message', async () => {
    await ask('楼道灯坏了');
    await ask('门禁刷不开', STRANGER);
    const said = await world.passTo('2026-11-26T12:00:00+08:00');
    const reminders = said.filter(each => each.to === CADRE && each.text.startsWith('今天有'));
    expect(reminders.map(each => each.at.toISOString().slice(5, 16))).toEqual([
      '11-24T06:45',
      '11-24T08:45',
      '11-25T02:00',
      '11-26T02:00',
    ]);
    expect(reminders.every(each => each.text.startsWith('今天有2件要回'))).toBe(true);
    expect((await toBot(CADRE, '我的工单')).join()).toContain('近7天我催了您4次，派了2件。');
  });

  it('reaches whoever took it on first too, once it is late in other hands (首接负责)', async () => {
    await ask('楼道灯坏了');
    await toBot(CADRE, '接 1');
    await toBot(CADRE, '转 1 @孙强');
    const said = await world.passTo('2026-11-25T12:00:00+08:00');
    const first = said.filter(each => each.to === CADRE && each.text.includes('您首接的'));
    expect(first).toHaveLength(1);
    expect(said.filter(each => each.to === 'p-sun' && each.text.startsWith('今天有'))).toHaveLength(3);
  });

  it('is never more than four a day to one cadre', async () => {
    for (let hour = 0; hour < 6; hour++) {
      await world.jumpTo(new Date(Date.parse('2026-11-24T09:00:00+08:00') + hour * 25 * MINUTE_MS));
      await ask(`水管爆了漏水${'一二三四五六'[hour]}`);
    }
    await world.passTo('2026-11-24T17:00:00+08:00');
    expect(world.saidTo(CADRE).filter(text => text.startsWith('今天有'))).toHaveLength(4);
  });
});

describe('two tickets of one matter', () => {
  beforeEach(async () => {
    await ask('电梯坏了');
    await ask('电梯不动了', STRANGER);
    await toBot(CADRE, '合并 2 到 1');
  });

  it('are worked on once, and both members are told and asked', async () => {
    expect(world.saidTo(GROUP).at(-1)).toContain('第2件和第1件是一件事，一起办，有进展也告诉您。');
    expect((await toBot(CADRE, '我的工单')).join()).toContain('在办1件');
    await toBot(CADRE, '等 1 厂家师傅');
    expect(world.saidTo(GROUP).slice(-2).join()).toMatch(/第1件在等.*第2件在等/s);
    await toBot(CADRE, '办结 1 换了主板');
    expect(await ticket(2)).toMatchObject({ state: 'closed', duplicateOf: 1 });
    expect(world.saidTo(GROUP).at(-1)).toContain('第2件：换了主板。解决了吗');
    await world.say(STRANGER, '没解决 2');
    expect(await ticket(2)).toMatchObject({ state: 'open', duplicateOf: null, reopenedTimes: 1 });
    expect((await ticket(1)).state).toBe('closed');
  });

  it('come apart when it was a mistake, and when the first is withdrawn none is lost', async () => {
    await toBot(CADRE, '拆开 2');
    expect((await ticket(2)).duplicateOf).toBeNull();
    await toBot(CADRE, '第2件合并 到第1件');
    await world.say(MEMBER, '不用了 1');
    expect(await ticket(2)).toMatchObject({ state: 'open', duplicateOf: null });
    expect(world.saidTo(CADRE).at(-1)).toContain('第2件 电梯不动了还要办');
  });

  it('make no chain, and nothing follows what is done', async () => {
    await ask('电梯又停了');
    expect((await toBot(CADRE, '合并 3 到 2')).join()).toContain('第2件已经并到第1件');
    expect((await toBot(CADRE, '合并 1 到 3')).join()).toContain('第2件跟着第1件在办');
    expect((await toBot(CADRE, '合并 3 到 3')).join()).toContain('不能并到自己');
    expect((await toBot(CADRE, '合并 3')).join()).toContain('哪两件是一件事');
  });
});

describe('late words', () => {
  beforeEach(async () => {
    await ask('楼道灯坏了');
    await toBot(CADRE, '接 1');
    await toBot(CADRE, '办结 1 换了灯泡');
  });

  it('within seven days open the ticket again', async () => {
    await world.jumpTo('2026-11-30T10:00:00+08:00');
    await world.say(MEMBER, '没解决 1 又坏了');
    expect(await ticket(1)).toMatchObject({ state: 'accepted', reopenedTimes: 1, assigneeId: CADRE });
  });

  it('after that open a new one beside it, whose clock starts at the words', async () => {
    await world.jumpTo('2026-12-08T10:00:00+08:00');
    const said = await world.say(MEMBER, '没解决 1');
    expect(said.join()).toContain('我重新记了一件：第2件');
    expect((await ticket(1)).state).toBe('closed');
    expect(await ticket(2)).toMatchObject({ linkedFrom: 1, openedAt: new Date('2026-12-08T10:00:00+08:00') });
  });
});

describe('what the log says', () => {
  it('is the whole ticket, from the first event alone', async () => {
    await ask('楼道灯坏了');
    await toBot(CADRE, '接 1');
    await toBot(CADRE, '等 1 配件');
    await toBot(CADRE, '接1');
    await world.say(MEMBER, '补充 1 二楼也坏了', { mention: true });
    expect(world.saidTo(CADRE).at(-1)).toContain('群众补充"二楼也坏了"');
    await toBot(CADRE, '第1件办好了');
    const now = await ticket(1);
    const log = await logOf(now);
    const opening = log[0] && openingOf(log[0], GROUP);
    if (!opening) throw new Error('no opening');
    expect(now).toMatchObject(replay(opening, log));
    expect(log.map(event => event.act)).toEqual([
      'open',
      'accept',
      'wait',
      'resume',
      'attach',
      'close',
      'ask',
    ]);
  });

  it('takes 办好了 of a cadre for 办结, and of the member for 解决了', async () => {
    await ask('楼道灯坏了');
    await toBot(CADRE, '第１件办好了');
    expect((await ticket(1)).state).toBe('closed');
    await world.say(MEMBER, '办好了 1');
    expect((await ticket(1)).state).toBe('confirmed');
  });
});

describe('a cadre of another group', () => {
  it('can do nothing to a ticket, and neither can the leader do a cadre’s work', async () => {
    const now = world.now();
    await savePerson(world.open.db, { id: 'p-far', name: '远方', role: 'cadre-full-time', isContact: true });
    await bind(world.open.db, 'test', 'person', 'p-far', 'p-far', now);
    world.chat.addPerson({ id: 'p-far', name: '远方', isContact: true });
    await joinGroup(world.open.db, 'other', 'p-far', 'cadre', now);
    await world.open.db.insert(groupCadres).values({ groupId: 'other', personId: 'p-far', since: now });
    await ask('楼道灯坏了');
    const said = (from: string) => (from === STRANGER ? { mention: true } : { group: null });
    for (const from of ['p-far', LEADER, STRANGER])
      for (const words of ['接 1', '转 1 @孙强', '等 1 材料', '延期 1 忙', '办结 1 好', '拆开 1'])
        expect((await world.say(from, words, said(from))).join(), `${from} ${words}`).toContain(
          '要由负责的同志来办',
        );
    expect((await logOf(await ticket(1))).map(event => event.act)).toEqual(['open']);
  });
});
