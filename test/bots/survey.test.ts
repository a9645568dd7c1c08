import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  messages,
  outbox,
  prompts,
  surveyAnswers,
  surveyAsks,
  surveyRefusals,
  tickets,
} from '../../db/schema.ts';
import { addNeighbours, link, pastMonth } from '../support/survey-world.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alone = { group: null };
const answers = () => world.open.db.select().from(surveyAnswers);
const asks = () => world.open.db.select().from(surveyAsks);

/** The question has come to the member. */
async function asked(): Promise<void> {
  await link(world, [MEMBER]);
  await world.passTo('2026-11-24T10:11:00+08:00');
  expect(world.saidTo(MEMBER).at(-1)).toContain('您知道有事可以找联系干部王芳吗');
}

describe('two taps and a line', () => {
  beforeEach(asked);

  it('are taken in private, each with one word', async () => {
    const [second] = await world.say(MEMBER, '知道', alone);
    expect(second).toContain('王芳帮上您的忙了吗？回"帮上了""没帮上"或"没找过"');
    const [thanks] = await world.say(MEMBER, '帮上了', alone);
    expect(thanks).toContain('还想说的话，10分钟内再发一句，不说也行');
    const [noted] = await world.say(MEMBER, '王芳这人真热心，李阿姨我住3栋502，电话13800001111', alone);
    expect(noted).toContain('这句也记下了，不带您的名字');
    expect(await answers()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
        cadreId: CADRE,
        groupId: GROUP,
        month: '2026-11',
        knows: true,
        helped: true,
        words: expect.stringContaining('真热心'),
        day: '2026-11-29',
      },
    ]);
    expect((await answers())[0]?.words).not.toMatch(/王芳|李阿姨|502|1380000/);
  });

  it('count with the first alone, and 没找过 counts neither for nor against', async () => {
    await world.say(MEMBER, '不知道。', alone);
    expect(await answers()).toMatchObject([{ knows: false, helped: null }]);
    await world.say(MEMBER, '没找过', alone);
    expect(await answers()).toMatchObject([{ knows: false, helped: null }]);
  });

  it('are thanked in the same words whatever was answered', async () => {
    const yes = [await world.say(MEMBER, '知道', alone), await world.say(MEMBER, '帮上了', alone)];
    await world.close();
    world = await openWorld();
    await asked();
    expect([await world.say(MEMBER, '不知道', alone), await world.say(MEMBER, '没帮上', alone)]).toEqual(yes);
  });

  it('may come in the evening while nothing else was said, but not after other talk, unless the question is quoted', async () => {
    await world.jumpTo('2026-11-24T20:30:00+08:00');
    await world.say(MEMBER, '今天天气不错', alone);
    expect((await world.say(MEMBER, '知道', alone)).join()).toContain('没听懂');
    expect(await answers()).toEqual([]);
    await world.jumpTo('2026-11-24T20:31:00+08:00');
    const question = world.chat.history(MEMBER).find(each => each.text.includes('联系干部王芳'));
    await world.say(MEMBER, '知道', { ...alone, replyTo: question?.id ?? '' });
    expect(await answers()).toMatchObject([{ knows: true }]);
  });

  it('in the evening, with nothing said in between, count', async () => {
    await world.jumpTo('2026-11-24T20:30:00+08:00');
    await world.say(MEMBER, '知道', alone);
    expect(await answers()).toHaveLength(1);
  });

  it('are given once: a second 知道 adds nothing', async () => {
    await world.say(MEMBER, '知道', alone);
    await world.jumpTo('2026-11-24T10:14:00+08:00');
    await world.say(MEMBER, '知道', alone);
    expect(await answers()).toHaveLength(1);
  });

  it('of which the second comes too late count with the first', async () => {
    await world.say(MEMBER, '知道', alone);
    await world.passTo('2026-11-24T10:31:00+08:00');
    expect((await world.say(MEMBER, '帮上了', alone)).join()).toContain('没听懂');
    expect(await answers()).toMatchObject([{ knows: true, helped: null }]);
  });

  it('do not swallow a request: it is offered to be recorded, and is no word of the survey', async () => {
    await world.say(MEMBER, '知道', alone);
    await world.say(MEMBER, '没帮上', alone);
    const said = await world.say(MEMBER, '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下', alone);
    expect(said.join()).toContain('回"记录"就行');
    expect(await answers()).toMatchObject([{ words: null }]);
    await world.say(MEMBER, '记录', alone);
    expect(await world.open.db.select().from(tickets)).toHaveLength(1);
  });

  it('may end with 没有了, which is no word to keep', async () => {
    await world.say(MEMBER, '知道', alone);
    await world.say(MEMBER, '帮上了', alone);
    expect(await world.say(MEMBER, '没有了', alone)).toEqual(['好，谢谢您。有事随时跟我说。']);
    expect(await answers()).toMatchObject([{ words: null }]);
  });

  it('do not swallow a request said along with the tap', async () => {
    const said = await world.say(MEMBER, '不知道，三楼楼道灯坏了没人修，能不能找人修一下', alone);
    expect(said.join()).toContain('回"记录"就行');
    expect(await answers()).toEqual([]);
  });

  it('said in the group are talk', async () => {
    expect(await world.say(MEMBER, '知道')).toEqual([]);
    expect(await answers()).toEqual([]);
  });
});

describe('without the question', () => {
  it.each(['知道', '不知道', '帮上了', '没找过', '别再问'])('%s is ordinary talk', async word => {
    expect((await world.say(MEMBER, word, alone)).join()).not.toMatch(/帮上您的忙|谢谢您|不再问您/);
    expect(await answers()).toEqual([]);
    expect(await world.open.db.select().from(surveyRefusals)).toEqual([]);
  });

  it('help does not list the answers', async () => {
    const [help] = await world.say(MEMBER, '帮助', alone);
    expect(help).not.toMatch(/知道|帮上|别再问|群众评议/);
  });
});

describe('who does not want to be asked', () => {
  it('says 别再问, late too, and is never asked again', async () => {
    await asked();
    await world.jumpTo('2026-11-26T21:00:00+08:00');
    await world.say(MEMBER, '服务', alone);
    expect((await world.say(MEMBER, '别再问', alone)).join()).toContain('以后不再问您');
    await world.jumpTo('2027-01-05T10:00:00+08:00');
    await world.jumpTo('2027-04-08T10:00:00+08:00');
    expect(world.saidTo(MEMBER).filter(text => text.includes('联系干部'))).toHaveLength(1);
    expect(await asks()).toHaveLength(1);
  });
});

describe('who answered what', () => {
  it('can be joined by nothing that is left: no id, no moment, no text, no length', async () => {
    const ids = [...(await addNeighbours(world, 6)), MEMBER];
    await link(world, ids);
    await world.passTo('2026-11-24T11:15:00+08:00');
    for (const id of ids) {
      await world.say(id, id === MEMBER ? '不知道' : '知道', alone);
      await world.say(id, id === MEMBER ? '没找过' : '帮上了', alone);
      if (id === MEMBER) await world.say(id, '没怎么见过面', alone);
    }
    await world.passTo('2026-11-24T11:50:00+08:00');
    const rows = await answers();
    expect(rows).toHaveLength(7);
    for (const id of ids) expect(JSON.stringify(rows)).not.toContain(id);
    expect(new Set(rows.map(row => row.day))).toEqual(new Set(['2026-11-29']));
    for (const row of await asks()) expect(row.answeredAt).toEqual(row.askedAt);
    expect(await world.open.db.select().from(prompts)).toEqual([]);
    const left = (await world.open.db.select().from(messages)).filter(row => row.isPrivate);
    for (const row of left)
      expect([row.text, row.fingerprint, row.fact?.fingerprint, row.fact?.han]).toEqual([
        null,
        null,
        null,
        0,
      ]);
    const said = (await world.open.db.select().from(outbox)).filter(
      row => row.isPrivate && row.placeId !== MEMBER,
    );
    const texts = new Map(ids.map(id => [id, said.filter(row => row.placeId === id).map(row => row.text)]));
    for (const id of ids.slice(1, -1)) expect(texts.get(id)).toEqual(texts.get(ids[0] ?? ''));
    expect(world.logged()).not.toMatch(/没找过|没怎么见过/);
  });
});

describe('群众评议', () => {
  it('shows a cadre the figures of finished months with answers, response rate and interval', async () => {
    await pastMonth(world, { asked: 9, n: 6, k: 5 }, { month: '2026-09' });
    await pastMonth(world, { asked: 10, n: 6, k: 3 }, { words: ['很热心', '难得见到', '电话能打通'] });
    await pastMonth(world, { asked: 5, n: 5, k: 5 }, { month: '2026-11' });
    const said = (await world.say(CADRE, '群众评议', alone)).join();
    expect(said).toContain('问了19位，12位回了（63%）');
    expect(said).toContain('知道找您：12位里8位，67%（把握范围39%到86%）');
    expect(said).toMatch(/群众说（不记名）：.*难得见到/);
  });

  it('shows nothing but counts below ten answers', async () => {
    await pastMonth(world, { asked: 10, n: 9, k: 9 }, { words: ['很热心', '难得见到', '电话能打通'] });
    const said = (await world.say(CADRE, '我的评议', alone)).join();
    expect(said).toContain('问了10位，9位回了（90%）。知道找您：还不到10位，先不显示');
    expect(said).not.toMatch(/100%|热心/);
  });

  it('shows a leader their own links first, then all cadres below together', async () => {
    await pastMonth(world, { asked: 12, n: 10, k: 8 });
    const [own, below] = await world.say(LEADER, '群众评议', alone);
    expect(own).toContain('您联系的群众上个月底前还没有问过');
    expect(below).toContain('各群联系干部合计，近12个月：问了12位，10位回了（83%）');
  });

  it('is for those who serve, and not for the group', async () => {
    expect((await world.say(MEMBER, '群众评议', alone)).join()).toContain('要由负责的同志来办');
    expect((await world.say(STRANGER, '群众评议', { mention: true })).join()).not.toContain('位');
    expect((await world.say(CADRE, '群众评议', { mention: true })).join()).toContain('私聊');
  });
});
