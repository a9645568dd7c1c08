import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personById } from '../../db/people.ts';
import { outbox } from '../../db/schema.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { aboutPrivate, toMember } from '../../src/texts.ts';
import { unitCode } from '../../src/unit-code.ts';
import {
  CADRE,
  GROUP,
  LEADER,
  MEMBER,
  openWorld,
  STRANGER,
  type TestWorld,
  TUESDAY,
} from '../support/world.ts';

/** 钱, 健康, 维权, 家事: each as people say it in a group. */
const MATTERS = [
  ['我女儿确诊了抑郁，能不能找人帮帮我们', /抑郁|女儿/],
  ['老板欠我三万块工资一直不给，怎么办', /三万|老板|欠/],
  ['我想离婚，孩子的抚养权怎么办', /离婚|抚养/],
  ['我要举报王主任吃回扣', /王主任|回扣/],
] as const;
const [[DEPRESSED, ITS_WORDS]] = MATTERS;

let world: TestWorld;
const begin = async (env: Record<string, string> = {}) => {
  await world?.close();
  world = await openWorld({ env });
};
beforeEach(() => begin());
afterEach(() => world.close());

const privately = (from: string, text: string) => world.say(from, text, { group: null });
const everPutInGroup = async () =>
  (await world.open.db.select().from(outbox)).filter(row => row.placeId === GROUP).map(row => row.text);

describe('a private matter of a friend', () => {
  it.each(MATTERS)(
    '%s leaves the group in one neutral sentence and goes on in private',
    async (text, words) => {
      await world.say(MEMBER, text, { mention: true });
      expect(await everPutInGroup()).toEqual([aboutPrivate.goneOn()]);
      expect(world.saidTo(MEMBER)).toEqual([aboutPrivate.alone()]);
      expect(world.saidTo(MEMBER).join()).not.toMatch(words);
    },
  );

  it('is told in private before the group hears that it was', async () => {
    const said = await world.say(MEMBER, DEPRESSED, { mention: true });
    expect(said).toEqual([aboutPrivate.alone(), expect.stringContaining(aboutPrivate.goneOn())]);
  });

  it('becomes a ticket by one word in private, answered there, its topic neutral', async () => {
    await world.say(MEMBER, DEPRESSED, { mention: true });
    await world.jumpTo('2026-11-24T10:08:00+08:00');
    const [opened] = await privately(MEMBER, '记录');
    expect(opened).toContain('记下了，第1件');
    const ticket = await ticketByNumber(world.open.db, 1);
    expect(ticket).toMatchObject({ groupId: GROUP, placeId: MEMBER, topic: '私下说的事（健康）' });
    expect(ticket?.openedAt).toEqual(TUESDAY);
  });

  it('shows the cadre a neutral topic, who it is and how to read the words, and not the words', async () => {
    await world.say(MEMBER, DEPRESSED, { mention: true });
    await privately(MEMBER, '记录');
    const card = world.saidTo(CADRE).at(-1);
    expect(card).toMatch(/私下说的事（健康）.*李阿姨/);
    expect(card).toContain('别在群里提');
    expect(card).not.toMatch(ITS_WORDS);
    expect((await privately(CADRE, '原文 1')).join()).toContain(DEPRESSED);
  });

  it('never comes back into the group, whatever is done with it', async () => {
    await world.say(MEMBER, DEPRESSED, { mention: true });
    await privately(MEMBER, '记录');
    await privately(CADRE, '接 1');
    await privately(CADRE, '等 1 心理中心排号');
    await privately(CADRE, '接 1');
    await privately(CADRE, '办结 1 约了周三的心理咨询');
    expect(world.saidTo(MEMBER).join()).toContain('约了周三的心理咨询');
    await privately(MEMBER, '没解决 1');
    for (const day of [25, 26, 27]) await world.jumpTo(`2026-11-${day}T11:00:00+08:00`);
    expect(await everPutInGroup()).toEqual([aboutPrivate.goneOn()]);
    expect(world.saidTo(LEADER).join()).not.toMatch(ITS_WORDS);
  }, 60_000);

  it('may be recorded hours later still, when the ten minutes of a bare word are over', async () => {
    await world.say(MEMBER, DEPRESSED, { mention: true });
    await world.jumpTo('2026-11-24T15:30:00+08:00');
    expect((await privately(MEMBER, '记录')).join()).toContain('第1件');
    await world.jumpTo('2026-11-24T15:31:00+08:00');
    expect((await privately(MEMBER, '记录')).join()).toContain(toMember.nothingToRecord());
  });

  it('that goes on over several messages is led away once', async () => {
    for (const more of ['', '，我一个人扛不住', '，谁懂啊']) await world.say(MEMBER, `${DEPRESSED}${more}`);
    expect(world.saidTo(GROUP).length).toBeLessThanOrEqual(1);
    expect(world.saidTo(MEMBER).length).toBe(world.saidTo(GROUP).length);
  });

  it('at night is answered at once, because it is the reply to what was just said, and the cadre hears in the morning', async () => {
    await world.jumpTo('2026-11-24T23:30:00+08:00');
    await world.say(MEMBER, DEPRESSED, { mention: true });
    await privately(MEMBER, '记录');
    expect(world.saidTo(GROUP)).toHaveLength(1);
    expect(world.saidTo(MEMBER)).toHaveLength(2);
    expect(world.saidTo(CADRE)).toEqual([]);
    await world.jumpTo('2026-11-25T09:00:00+08:00');
    expect(world.saidTo(CADRE).join()).toContain('第1件');
  });

  it('said to the bot alone keeps a neutral topic too', async () => {
    await privately(MEMBER, DEPRESSED);
    await privately(MEMBER, '记录');
    expect((await ticketByNumber(world.open.db, 1))?.topic).toBe('私下说的事（健康）');
    expect(world.saidTo(CADRE).join()).not.toMatch(ITS_WORDS);
    expect(await everPutInGroup()).toEqual([]);
  });

  it('recorded in the group by 帮我记一下 says the number there and the rest in private', async () => {
    await world.say(MEMBER, `帮我记一下 ${DEPRESSED}`, { mention: true });
    const ticket = await ticketByNumber(world.open.db, 1);
    expect(ticket).toMatchObject({ placeId: MEMBER, topic: '私下说的事（健康）' });
    expect((await everPutInGroup()).join()).not.toMatch(ITS_WORDS);
    expect(world.saidTo(MEMBER).join()).toContain('记下了，第1件');
  });

  it('leaves none of its words in the log of the ticket nor in what is logged', async () => {
    await world.say(MEMBER, DEPRESSED, { mention: true });
    await privately(MEMBER, '记录');
    const ticket = await ticketByNumber(world.open.db, 1);
    const events = ticket ? await eventsOf(world.open.db, ticket) : [];
    expect(events).not.toHaveLength(0);
    expect(JSON.stringify(events)).not.toMatch(ITS_WORDS);
    expect(world.logged()).not.toMatch(ITS_WORDS);
  });
});

describe('violence said in the group', () => {
  it('can be recorded by one word in private, as a ticket that says nothing of it', async () => {
    await world.say(MEMBER, '老公喝醉了又打我，我不敢回家');
    expect((await privately(MEMBER, '记录')).join()).toContain('第1件');
    expect(await ticketByNumber(world.open.db, 1)).toMatchObject({
      placeId: MEMBER,
      topic: '私下说的事（人身安全）',
    });
    expect((await everPutInGroup()).join()).not.toMatch(/打我|老公/);
  });
});

describe('a private matter of somebody who is no friend of the bot’s', () => {
  it('hears how to reach it and the telephone, and nothing is put for their private chat', async () => {
    await world.say(STRANGER, DEPRESSED, { mention: true });
    expect(world.saidTo(GROUP)).toEqual([expect.stringMatching(/私下说.*加我好友.*12345/)]);
    expect((await world.open.db.select().from(outbox)).filter(row => row.placeId === STRANGER)).toEqual([]);
  });

  it('hears of the unit’s own telephone and its page, which is the same for everyone', async () => {
    await begin({ NUANQUN_PUBLIC_URL: 'https://qun.example.cn/', NUANQUN_HOTLINE: '021-56780000' });
    await world.say(STRANGER, DEPRESSED, { mention: true });
    const [line = ''] = world.saidTo(GROUP);
    expect(line).toContain('021-56780000');
    expect(line.endsWith(`https://qun.example.cn/write/${unitCode('u-street')}`)).toBe(true);
    expect([...line].length).toBeLessThanOrEqual(90);
  });

  it('hears no page whose address would make the line too long', () => {
    const href = `https://${'very-long-name.'.repeat(6)}example.cn/write/abcdefg`;
    expect(aboutPrivate.ways({ hotline: null, href })).toBe(aboutPrivate.ways({ hotline: null, href: null }));
  });

  it('recorded by 帮我记一下 is told by its number only, and its news are put nowhere', async () => {
    await world.say(STRANGER, `帮我记一下 ${DEPRESSED}`, { mention: true });
    await privately(CADRE, '办结 1 约了周三的心理咨询');
    expect((await personById(world.open.db, STRANGER))?.isContact).toBe(false);
    expect(await ticketByNumber(world.open.db, 1)).toMatchObject({ placeId: STRANGER, state: 'closed' });
    expect((await everPutInGroup()).join()).not.toMatch(/抑郁|心理|健康/);
    expect((await world.open.db.select().from(outbox)).filter(row => row.placeId === STRANGER)).toEqual([]);
  });
});
