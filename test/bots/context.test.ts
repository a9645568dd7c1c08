import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisions, tickets } from '../../db/schema.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Time passes, with every job and every send on its time; what the bot said meanwhile. */
const wait = async (seconds: number): Promise<string[]> => {
  const said = await world.passTo(new Date(world.now().getTime() + seconds * 1000));
  return said.map(each => each.text);
};
const offersMade = async (): Promise<(string | null)[]> => {
  const rows = await world.open.db.select().from(decisions).where(eq(decisions.action, 'offer'));
  return rows.map(row => row.topic);
};
/** One after the other, some time between them; the bot says nothing to any. */
async function sayParts(from: string, parts: readonly string[], seconds = 40): Promise<void> {
  for (const part of parts) {
    expect(await world.say(from, part), part).toEqual([]);
    expect(await wait(seconds), part).toEqual([]);
  }
}

describe('one request in several messages', () => {
  it('is offered once, after ten minutes, with the whole matter', async () => {
    await sayParts(MEMBER, ['三单元', '电梯', '又停了']);
    expect(await wait(420)).toEqual([]);
    expect(await wait(180)).toEqual([expect.stringContaining('"三单元 电梯 又停了"这事要不要我记下来')]);
    expect(await wait(3600)).toEqual([]);
  });

  it('becomes a ticket about the whole matter', async () => {
    await sayParts(MEMBER, ['三单元', '电梯', '又停了']);
    await wait(600);
    await world.say(MEMBER, '记录');
    const [ticket] = await world.open.db.select().from(tickets);
    expect(ticket?.topic).toBe('三单元 电梯 又停了');
    expect(world.saidTo(CADRE).at(-1)).toContain('三单元 电梯 又停了');
  });

  it('is not offered a second time when one more message adds to it', async () => {
    await sayParts(MEMBER, ['三单元', '电梯', '又停了', '没人管']);
    await wait(1200);
    expect(await offersMade()).toEqual(['三单元 电梯 又停了']);
    expect(world.saidTo(GROUP)).toHaveLength(1);
  });

  it('is none when the parts are further apart than five minutes', async () => {
    await sayParts(MEMBER, ['三单元', '电梯', '又停了'], 310);
    expect(await wait(1200)).toEqual([]);
    expect(await offersMade()).toEqual([]);
  });

  it('is none when the parts are several people’s', async () => {
    await sayParts(MEMBER, ['三单元', '电梯']);
    await sayParts(STRANGER, ['又停了']);
    expect(await offersMade()).toEqual([]);
  });

  it('is none of the staff’s', async () => {
    await sayParts(CADRE, ['三单元', '电梯', '又停了']);
    expect(await wait(1200)).toEqual([]);
    expect(await offersMade()).toEqual([]);
  });

  it('that tells of danger in one of its parts gets the numbers at once', async () => {
    expect(await world.say(MEMBER, '三号楼五楼')).toEqual([]);
    expect((await world.say(MEMBER, '窗户里冒黑烟')).join()).toContain('119');
    expect(await world.say(MEMBER, '谢谢大家')).toEqual([]);
  });
});

describe('a question put to a neighbour', () => {
  const QUESTION = '青少年服务热线是多少';

  it('is answered by the bot when it is put to nobody', async () => {
    expect((await world.say(MEMBER, QUESTION)).join()).toContain('12355');
  });

  it('by @ is left to the neighbour', async () => {
    const text = `@陈师傅 ${QUESTION}`;
    world.chat.say({ from: MEMBER, groupId: GROUP, text, mentions: [STRANGER] });
    expect(await world.say(STRANGER, '我找找看')).toEqual([]);
    expect(await wait(1200)).toEqual([]);
  });

  it('by quoting is left to the neighbour', async () => {
    const quoted = world.chat.say({ from: STRANGER, groupId: GROUP, text: '孩子心情不好，我打过电话' });
    expect(await world.say(MEMBER, QUESTION, { replyTo: quoted })).toEqual([]);
    expect(await wait(1200)).toEqual([]);
  });

  it('and to the bot as well is answered', async () => {
    const quoted = world.chat.say({ from: STRANGER, groupId: GROUP, text: '孩子心情不好，我打过电话' });
    const said = await world.say(MEMBER, QUESTION, { replyTo: quoted, mention: true });
    expect(said.join()).toContain('12355');
  });

  it('quoting a cadre is no neighbour’s matter', async () => {
    const quoted = world.chat.say({ from: CADRE, groupId: GROUP, text: '青年有困难可以打服务热线' });
    expect((await world.say(MEMBER, QUESTION, { replyTo: quoted })).join()).toContain('12355');
  });

  it('that is a plain request is still offered when nobody answers', async () => {
    const quoted = world.chat.say({ from: STRANGER, groupId: GROUP, text: '楼下真黑' });
    await world.say(MEMBER, '三楼楼道灯坏了三天了，麻烦帮忙报修一下', { replyTo: quoted });
    expect((await wait(700)).join()).toContain('要不要我记下来');
  });

  it('that tells of danger raises the alarm', async () => {
    const text = '@陈师傅 我家着火了，快来';
    world.chat.say({ from: MEMBER, groupId: GROUP, text, mentions: [STRANGER] });
    await world.say(STRANGER, '来了');
    expect(world.saidTo(GROUP).join()).toContain('119');
  });
});

describe('a word to the bot that tells of danger', () => {
  const DANGER = '帮我记一下 家里煤气味很大';

  it('raises the alarm and opens the ticket', async () => {
    const said = (await world.say(MEMBER, DANGER, { mention: true })).join('\n');
    expect(said).toContain('关阀开窗');
    expect(said).toContain('记下了，第1件：家里煤气味很大');
    expect(world.saidTo(CADRE).join('\n')).toMatch(/燃气|煤气/u);
  });

  it('raises it in private too', async () => {
    const said = (await world.say(MEMBER, DANGER, { group: null })).join('\n');
    expect(said).toContain('关阀开窗');
    expect(said).toContain('第1件');
  });

  it.each([
    ['a cadre', CADRE],
    ['a leader', LEADER],
  ])('of %s raises none', async (_who, id) => {
    const said = (await world.say(id, DANGER, { mention: true })).join('\n');
    expect(said).not.toContain('关阀开窗');
    await wait(120);
    for (const to of [CADRE, LEADER]) expect(world.saidTo(to).join()).not.toContain('可能');
  });

  it('of nothing dangerous opens the ticket alone', async () => {
    const said = (await world.say(MEMBER, '帮我记一下 楼道灯坏了', { mention: true })).join('\n');
    expect(said).toContain('第1件');
    expect(said).not.toMatch(/119|120|110|关阀/u);
  });
});

const EVERYDAY = `早上好各位，昨晚睡得香
今天降温了，出门多穿件外套
菜场的小青菜两块五一把，真便宜
哈哈哈你家狗太会演了
刚看到一道彩虹，可惜没来得及拍
我到楼下了，你下来吧
好嘞，马上
晚上广场舞几点集合
老样子，七点半
今天轮到我带音响
谁昨天把蓝色水杯忘在凉亭了
那是我的，谢谢哈
孙子今天第一次自己系鞋带
小朋友真能干
我家的月季开了三朵
这颜色真好看
你用的什么肥呀
就是淘米水，放几天再浇
学到了
周末去不去爬山
我膝盖不行，你们去吧
那改天一起喝茶
冬至包饺子，算我一个
我带馅儿
我带擀面杖，哈哈
昨晚的球赛看了吗
看了，最后一分钟绝杀
我都睡着了
老李昨天钓了条五斤的鲤鱼
吹牛吧，上次还说十斤呢
红烧还是清蒸
清蒸鲜
天气预报说明天有雨
那被子今天得收了
快递到了，有人一起去拿吗
我刚拿回来
辛苦辛苦
超市鸡蛋打折，人挤人
我排了半小时队
值了值了
新来的保安小伙子挺有礼貌
是呀，还帮我提菜
给他点个赞
楼下桂花香死了
每年这个时候最舒服
我闺女下个月结婚
恭喜恭喜，喜糖别忘了
一定一定
你家那只猫又在我窗台上晒太阳
它可能觉得你家暖和
昨天的戏唱得真好
花旦那个扮相绝了
下次演出提前喊我
没问题
我先去接娃了，回头聊
路上慢点
晚饭吃什么呀你们
我家下面条，省事
刚泡了壶普洱，有空来坐
晚安，明天见`.split('\n');

describe('everyday talk', () => {
  it('of sixty lines is never interrupted, whoever says it and however fast', async () => {
    expect(EVERYDAY).toHaveLength(60);
    for (const [at, text] of EVERYDAY.entries()) {
      expect(await world.say(at % 3 === 0 ? STRANGER : MEMBER, text), text).toEqual([]);
      expect(await wait(20), text).toEqual([]);
    }
    expect(await wait(3600)).toEqual([]);
    expect(world.saidTo(GROUP)).toEqual([]);
  });
});

describe('a cry in pieces', () => {
  it('is heard as one: the numbers come with the piece that says it', async () => {
    await sayParts(MEMBER, ['我家', '煤气'], 5);
    expect((await world.say(MEMBER, '味好大')).join()).toMatch(/119|110/);
  });
});
