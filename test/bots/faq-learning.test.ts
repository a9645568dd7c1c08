import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFaqShelf } from '../../bots/faq-shelf.ts';
import { verifyAudit } from '../../db/audit.ts';
import { importFaq, ownFaq, versionsOf } from '../../db/faq.ts';
import { pendingCandidates } from '../../db/faq-candidates.ts';
import { faqAnswers, faqCandidates, faqEntries, outbox } from '../../db/schema.ts';
import {
  CADRE,
  ENTRY,
  GROUP,
  LEADER,
  MEMBER,
  openWorld,
  STRANGER,
  type TestWorld,
} from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const ASKED = '青少年服务热线是多少';
const OTHERWISE = '年轻人打什么服务热线啊是多少';
/** The same words within ten seconds would be one message that came twice. */
const aWhileLater = () => world.jumpTo(new Date(world.now().getTime() + 15_000));
const ask = async (from = MEMBER, text = ASKED) => {
  await aWhileLater();
  return world.say(from, text, { mention: true });
};
const privately = async (from: string, text: string) => {
  await aWhileLater();
  return world.say(from, text, { group: null });
};
const answers = () => world.open.db.select().from(faqAnswers);
const PEOPLE = new Set([MEMBER, STRANGER, CADRE]);
/** The latest of these words that a person said. */
const idOf = (words: string) =>
  world.chat.history(GROUP).findLast(each => PEOPLE.has(each.from) && each.text.includes(words))?.id ?? '';

describe('an answer', () => {
  it('names its source, and takes 有用, 没用 and 记录', async () => {
    const [answer] = await ask();
    expect(answer).toContain('（共青团中央，2024年1月）回"有用""没用"，没解决回"记录"。');
    expect([...(answer ?? '')].length).toBeLessThanOrEqual(90);
  });

  it('called 有用 keeps one verdict that names nobody, and the group reads nothing', async () => {
    await ask();
    expect(await world.say(MEMBER, '有用')).toEqual([]);
    const [row] = await answers();
    expect(row).toMatchObject({ entryId: ENTRY.id, entryVersion: 1, verdict: 'useful', groupId: GROUP });
    expect(JSON.stringify(row)).not.toContain(MEMBER);
  });

  it('called 没用 is met with the offer to record, and 记录 opens a ticket with the question', async () => {
    await ask();
    expect(await world.say(MEMBER, '没用')).toEqual([expect.stringContaining('要不要记下来')]);
    expect((await world.say(MEMBER, '记录')).join()).toContain(`第1件：${ASKED}`);
    expect((await answers())[0]?.verdict).toBe('useless');
  });

  it('keeps the last word of the asker, and no word of anybody else', async () => {
    await ask();
    await world.say(MEMBER, '没用');
    await world.say(MEMBER, '有用');
    await world.say(STRANGER, '没用');
    const [said] = world.chat.history(GROUP).filter(each => each.text.includes('12355青少年'));
    await world.say(STRANGER, '没用', { replyTo: said?.id ?? '' });
    expect((await answers()).map(row => row.verdict)).toEqual(['useful']);
  });

  it('may be called useless or recorded by quoting it, an hour later', async () => {
    await ask();
    await world.jumpTo('2026-11-24T11:00:00+08:00');
    const said = world.chat.history(GROUP).find(each => each.text.includes('12355青少年'))?.id ?? '';
    expect(await world.say(MEMBER, '没用', { replyTo: said })).toHaveLength(1);
    expect((await world.say(MEMBER, '记录', { replyTo: said })).join()).toContain('第1件');
    expect((await answers())[0]?.verdict).toBe('useless');
  });

  it('in private is thanked for with one word, and keeps no place', async () => {
    await privately(MEMBER, ASKED);
    expect(await privately(MEMBER, '有用')).toEqual(['谢谢。']);
    expect((await answers())[0]).toMatchObject({ groupId: null, verdict: 'useful' });
  });

  it('does not make 有用 and 没用 words of their own in the group', async () => {
    for (const text of ['有用', '没用', '不要 3', '同意 1'])
      expect(await world.say(MEMBER, text), text).toEqual([]);
  });
});

describe('a phrasing', () => {
  it('that was confirmed is added to its entry as a new version of the same content', async () => {
    const said = await ask(MEMBER, OTHERWISE);
    if (!said.join().includes('12355')) await world.say(MEMBER, '1');
    await world.say(MEMBER, '有用');
    const versions = await versionsOf(world.open.db, ENTRY.id);
    expect(versions.map(each => [each.version, each.answer])).toEqual([
      [2, ENTRY.answer],
      [1, ENTRY.answer],
    ]);
    await world.say(STRANGER, '嗯嗯');
    expect(world.bots.bot.entries.get(ENTRY.id)).toMatchObject({ version: 2 });
    expect(world.bots.bot.entries.get(ENTRY.id)?.phrasings).toContain(OTHERWISE);
    expect((await ask(STRANGER, OTHERWISE)).join()).toContain('12355');
  });

  it.each(['李阿姨问青少年服务热线是多少', '青少年服务热线是多少，我电话13812345678'])(
    'with anything personal in it is not: %s',
    async text => {
      const said = await ask(MEMBER, text);
      if (!said.join().includes('12355')) await world.say(MEMBER, '1');
      await world.say(MEMBER, '有用');
      expect((await answers()).map(row => row.verdict)).toEqual(['useful']);
      expect(await ownFaq(world.open.db)).toEqual([]);
    },
  );
});

describe('a wrong answer', () => {
  const report = async (from: string, times: number) => {
    for (let time = 0; time < times; time++) {
      await ask(from);
      await world.say(from, '没用');
    }
  };

  it('is withdrawn at the third report, those who may approve are told once, and nobody reads it again', async () => {
    await report(MEMBER, 2);
    expect((await ask(STRANGER)).join()).toContain('12355');
    await world.say(STRANGER, '没用');
    expect(world.saidTo(CADRE).filter(text => text.includes('已停用'))).toHaveLength(1);
    expect(world.saidTo(LEADER).filter(text => text.includes('已停用'))).toHaveLength(1);
    expect((await ask()).join()).not.toContain('12355');
    expect((await privately(MEMBER, ASKED)).join()).not.toContain('12355');
  });

  it('is not withdrawn while as many found it useful', async () => {
    for (const [word, times] of [
      ['有用', 3],
      ['没用', 3],
    ] as const)
      for (let time = 0; time < times; time++) {
        await ask();
        await world.say(MEMBER, word);
      }
    expect((await ask()).join()).toContain('12355');
  });

  it('comes back only when a person approves it, with a new answer or as it was', async () => {
    await report(MEMBER, 3);
    await importFaq(world.open.db, [ENTRY]);
    expect((await ask()).join()).not.toContain('12355');
    expect((await privately(CADRE, '待审')).join()).toContain('（3次说没用，已停用）');
    await privately(CADRE, '答 1 打12355，周一到周日都有人接，免费。');
    expect((await ask()).join()).not.toContain('12355');
    await privately(CADRE, '同意 1');
    expect((await ask()).join()).toContain('打12355，周一到周日都有人接，免费。（彭浦街道，2026年11月）');
    expect((await verifyAudit(world.open.db)).brokenAt).toBeNull();
  });
});

const CHARGE = '请问附近哪里可以给轮椅充气';
const CADRE_SAYS =
  '李阿姨，彭浦路社区服务中心大厅免费充气，工作日都可以去，找王芳13812345678，她住3号楼502室';

describe("a cadre's own answer", () => {
  const answerInGroup = async (text = CADRE_SAYS, question = CHARGE) => {
    await world.say(MEMBER, question);
    await world.say(CADRE, text, { replyTo: idOf(question) });
  };

  it('to a question becomes a pending entry with nothing personal in it', async () => {
    await answerInGroup();
    const [candidate] = await pendingCandidates(world.open.db);
    expect(candidate).toMatchObject({
      number: 1,
      source: 'cadre-answer',
      question: CHARGE,
      state: 'pending',
    });
    const kept = JSON.stringify(await world.open.db.select().from(faqCandidates));
    for (const personal of ['李阿姨', '王芳', '13812345678', '3号楼', '502'])
      expect(kept, personal).not.toContain(personal);
    expect(await world.open.db.select().from(faqEntries)).toEqual([]);
  });

  it.each(['收到', '好的，我去看看，稍等一下', '我帮您问一下物业什么时候能来', '您说的是哪一栋楼的轮椅？'])(
    'that tells nothing becomes none: %s',
    async text => {
      await answerInGroup(text);
      expect(await pendingCandidates(world.open.db)).toEqual([]);
    },
  );

  it('is answered to nobody before a person approves it, and with a gap never', async () => {
    await answerInGroup();
    expect((await ask(STRANGER, CHARGE)).join()).not.toContain('充气，工作日');
    expect((await privately(CADRE, '同意 1')).join()).toContain('不能直接用');
    expect(await privately(CADRE, '答 1 社区服务中心大厅免费充气，工作日9:00-17:00。')).toEqual([
      '答案记下了，还没有发布。看过没错，回"同意 1"。',
    ]);
    expect(await privately(CADRE, '同意 1')).toEqual([expect.stringContaining('彭浦街道的群里')]);
    const [said] = await ask(STRANGER, CHARGE);
    expect(said).toContain('社区服务中心大厅免费充气，工作日9:00-17:00。（彭浦街道，2026年11月）');
    const [entry] = await ownFaq(world.open.db);
    expect(entry).toMatchObject({ status: 'verified', unitId: 'u-street', version: 1, origin: 'approved' });
    expect((await privately(CADRE, '同意 1')).join()).toContain('已经有人处理过');
    expect((await privately('p-sun', '撤下 1')).join()).toContain('要由负责的同志来办');
    expect((await privately(CADRE, '撤下 1')).join()).toContain('先不答了');
    expect((await ask(STRANGER, CHARGE)).join()).not.toContain('大厅免费充气');
    expect((await privately(CADRE, '待审')).join()).toContain('（已撤下）');
  });

  it('is published, written and dismissed by nobody without the right', async () => {
    await answerInGroup('社区服务中心大厅可以免费充气，工作日都能去');
    for (const words of ['待审', '同意 1', '答 1 随便写的答案', '不要 1'])
      expect(await privately(MEMBER, words), words).toEqual([expect.stringContaining('要由负责的同志来办')]);
    expect(await privately('p-sun', '同意 1')).toEqual([expect.stringContaining('要由负责的同志来办')]);
    expect(await world.say(CADRE, '同意 1', { mention: true })).toEqual([
      expect.stringContaining('请私聊我说'),
    ]);
    expect((await pendingCandidates(world.open.db)).map(each => each.state)).toEqual(['pending']);
    expect((await privately(LEADER, '同意 1')).join()).toContain('发布了');
  });

  it('that a person did not want is not proposed again', async () => {
    await answerInGroup('社区服务中心大厅可以免费充气，工作日都能去');
    expect(await privately(CADRE, '不要 1')).toEqual(['好，第1条不要了。']);
    await world.jumpTo('2026-11-24T10:20:00+08:00');
    await answerInGroup('社区服务中心大厅可以免费充气，工作日都能去');
    expect(await pendingCandidates(world.open.db)).toEqual([]);
    expect(await privately(CADRE, '待审')).toEqual(['没有待审的问答。']);
  });

  it('that was recalled is proposed no more', async () => {
    await answerInGroup('社区服务中心大厅可以免费充气，工作日都能去');
    world.chat.recall(idOf('社区服务中心'));
    await world.say(STRANGER, '嗯');
    expect(await pendingCandidates(world.open.db)).toEqual([]);
  });
});

describe('questions that nobody answered', () => {
  const ASKERS = [
    [MEMBER, '请问附近哪里可以给轮椅充气'],
    [STRANGER, '大家知道轮椅充气去哪里吗'],
  ] as const;
  const askAll = async () => {
    for (const [from, text] of ASKERS) await world.say(from, text, { mention: true });
  };

  it('of two people become one candidate, however often the job runs, and need an answer first', async () => {
    await askAll();
    await world.schedule.runNow('gather-questions');
    await world.schedule.runNow('gather-questions');
    const all = await pendingCandidates(world.open.db);
    expect(all).toMatchObject([{ number: 1, source: 'cluster', answer: null, askedTimes: 2 }]);
    expect((await privately(CADRE, '待审')).join()).toContain('（2次）→ 还没有答案');
    expect((await privately(CADRE, '同意 1')).join()).toContain('请先写答案');
    const long = '很'.repeat(91);
    expect((await privately(CADRE, `答 1 ${long}`)).join()).toContain('91个字');
    expect((await privately(CADRE, '答 1 打我手机13812345678')).join()).toContain('不要写手机号');
  });

  it('that may only be talk are laid before nobody', async () => {
    const text = '糖少放一点更清爽';
    const odds = { question: 0.82, request: 0.08, chatter: 0.1 };
    world.bots.bot.understanding.hear = () => ({
      label: 'question',
      confidence: 0.82,
      odds,
      parts: [text],
      text,
    });
    for (const from of [MEMBER, STRANGER]) await world.say(from, text);
    await world.schedule.runNow('gather-questions');
    expect(await pendingCandidates(world.open.db)).toEqual([]);
  });

  it('of one person alone become none', async () => {
    await world.say(MEMBER, '请问附近哪里可以给轮椅充气', { mention: true });
    await world.jumpTo('2026-11-24T10:20:00+08:00');
    await world.say(MEMBER, '轮椅充气去哪里', { mention: true });
    await world.schedule.runNow('gather-questions');
    expect(await pendingCandidates(world.open.db)).toEqual([]);
  });
});

describe('what was learned', () => {
  it('is known to a second process at once, and after a restart', async () => {
    const { db } = world.open;
    const understanding = { ...world.bots.bot.understanding, setFaq: () => undefined };
    const other = await openFaqShelf(db, [ENTRY], understanding);
    await importFaq(db, [{ ...ENTRY, id: 'new', question: '社区食堂几点开门' }]);
    expect(other.entries.has('new')).toBe(false);
    await other.refreshFaq();
    expect(other.entries.has('new')).toBe(true);
    const again = await openFaqShelf(db, [ENTRY], understanding);
    expect([...again.entries.keys()].sort()).toEqual(['new', ENTRY.id]);
  });

  it('is never answered after its last day', async () => {
    await importFaq(world.open.db, [{ ...ENTRY, validTo: '2026-11-24' }]);
    expect((await ask()).join()).toContain('12355');
    await world.jumpTo('2026-11-25T10:00:00+08:00');
    expect((await ask()).join()).not.toContain('12355');
  });
});

describe('a need that nobody answered', () => {
  const NEED = '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下';

  it('stands in the list after two working hours, though the offer was ignored, and is told once a day', async () => {
    await world.say(MEMBER, NEED);
    await world.passTo('2026-11-24T11:50:00+08:00');
    expect(await privately(CADRE, '没人回')).toEqual(['群里问的都有人回了。']);
    const said = await world.passTo('2026-11-24T17:00:00+08:00');
    const told = said.filter(each => each.to === CADRE);
    expect(told.map(each => each.text)).toEqual([expect.stringContaining('有1位邻居问过、还没人回')]);
    const [list] = await privately(CADRE, '没人回');
    expect(list).toMatch(/没人回的1条：\n彭浦青年之家 李阿姨 今天10:00 "三楼楼道灯坏了/);
    expect((await privately(CADRE, '我的工单')).join()).toContain('没人回的1条，回"没人回"看');
    expect(await privately('p-sun', '没人回')).toEqual(['群里问的都有人回了。']);
  });

  it('leaves the list when a person answers, or a ticket is opened', async () => {
    await world.say(MEMBER, NEED);
    await world.say(STRANGER, '请问附近哪里可以给轮椅充气', { mention: true });
    await world.jumpTo('2026-11-24T15:00:00+08:00');
    expect((await privately(CADRE, '没人回')).join()).toContain('没人回的2条');
    await world.say(CADRE, '已经报修了，师傅下午到', { replyTo: idOf('三楼楼道灯') });
    expect((await privately(CADRE, '没人回')).join()).toContain('没人回的1条');
  });

  it('counts among the four reminders of a day', async () => {
    await world.say(MEMBER, NEED);
    await world.jumpTo('2026-11-24T15:00:00+08:00');
    const rows = await world.open.db.select().from(outbox);
    expect(rows.filter(row => row.key.startsWith('reminder/')).map(row => row.placeId)).toEqual([CADRE]);
  });
});
