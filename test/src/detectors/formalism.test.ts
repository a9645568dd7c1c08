import { describe, expect, test } from 'vitest';
import { formalism } from '../../../src/detectors/formalism.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { AS_OF, ask, FIRST_DAY, historyOf, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { ticketLog } from '../../support/tickets.ts';

const DAYS = [92, 95, 98, 101, 104, 107, 110, 113, 116];

describe('copied words', () => {
  const posted = (copies: number, own: number) => {
    const script = startScript(1);
    for (let at = 0; at < copies; at++)
      script.say('c1', 91 + at, 600, `周${'一二三四五六日'.charAt(at % 7)}第${at + 1}期微课，请大家观看`);
    for (let at = 0; at < own; at++) script.say('c1', 91 + at, 700, script.words());
    return script;
  };

  test('six of ten that differ in the date only are found', () => {
    expect(detectIn(formalism, posted(6, 4))).toEqual({
      severity: 'warn',
      evidence: {
        plainest: 'copies',
        n: 6,
        of: 10,
        share: 0.6,
        signs: [{ sign: 'copies', n: 6, of: 10, share: 0.6 }],
      },
      prescription: '30天10条发言有6条内容一样。周一（31日）先停发，问三五位最想知道什么，再写一条自己的话。',
    });
  });

  test('five of ten, or seven of seven, are not, nor greetings and 收到', () => {
    expect(detectIn(formalism, posted(5, 5))).toBeNull();
    expect(detectIn(formalism, posted(7, 0))).toBeNull();
    const script = startScript(1);
    for (const day of DAYS) {
      script.say('c1', day, 500, '大家早上好');
      script.say('c1', day, 501, '收到');
    }
    expect(detectIn(formalism, script)).toBeNull();
  });

  test('the same words posted in the cadre’s other groups are copies though each stands once here', () => {
    const script = posted(0, 9);
    const own = historyOf(script).days.flatMap(day => day.cadrePosts.flatMap(post => post.fingerprint ?? []));
    const elsewhere = {
      kinds: ['grassroots' as const, 'grassroots' as const],
      fingerprints: own.slice(0, 6),
    };
    expect(detectIn(formalism, script, { elsewhere })).toMatchObject({ evidence: { n: 6, of: 9 } });
  });
});

describe('one answer for everybody', () => {
  const answered = (textOf: (at: number) => string) => {
    const script = startScript(1);
    for (const [at, day] of DAYS.entries())
      script.say('c1', day, 620, textOf(at), { replyToId: ask(script, day, null).id });
    return script;
  };

  test('the same text to nine different needs is found', () => {
    expect(
      detectIn(
        formalism,
        answered(() => '您的问题已经收悉，会尽快转有关部门处理'),
      ),
    ).toMatchObject({
      evidence: { plainest: 'answers', n: 9, of: 9 },
      prescription: '9次答复有9次是同一段话。周一（31日）起挨个问这些人办成没有，没办成的按各人的事再答。',
    });
  });

  test('answers that speak of each matter, a few of them alike, are not', () => {
    expect(
      detectIn(
        formalism,
        answered(at =>
          at < 4 ? '已经报修，今天有人上门' : `第${at}件：${'甲乙丙丁戊己庚辛壬'.charAt(at)}窗口可以办`,
        ),
      ),
    ).toBeNull();
  });
});

describe('收到 and 接龙', () => {
  const chatter = (filler: number, words: number) => {
    const script = startScript(1);
    for (let at = 0; at < filler; at++)
      script.say(`p${1 + at}`, 100, 600 + at, at % 2 ? '收到' : '#接龙\n1. 参加');
    for (let at = 0; at < words; at++) script.say(`p${1 + at}`, 101, 600 + at, script.words());
    return script;
  };

  test('half of forty are found', () => {
    expect(detectIn(formalism, chatter(20, 20))).toMatchObject({
      evidence: { plainest: 'filler', n: 20, of: 40 },
      prescription:
        '群众发的40条里有20条是收到、接龙。周一（31日）起通知写明“不用回复”，改问一个要商量的事。',
    });
  });

  test('nineteen of forty, and all of thirty-nine, are not', () => {
    expect(detectIn(formalism, chatter(19, 21))).toBeNull();
    expect(detectIn(formalism, chatter(39, 0))).toBeNull();
  });
});

describe('closings', () => {
  const closed = (days: number[], more = {}) => ({
    tickets: days.map((day, at) => ticketLog(`t${at}`, 95, [['close', 'c1', day, more]])),
  });

  test('six of ten on one day are found', () => {
    const days = [99, 101, 103, 105, 117, 117, 117, 117, 117, 117];
    expect(detectIn(formalism, startScript(1), closed(days))).toMatchObject({
      evidence: { plainest: 'closings', n: 6, of: 10, signs: [{ day: addDays(FIRST_DAY, 117) }] },
      prescription: '10件办结有6件都在8月26日。周一（31日）起逐件问本人办好没有，没办好的重新打开。',
    });
  });

  test('ten spread over ten days are not, nor twins closed with the one they follow', () => {
    expect(
      detectIn(formalism, startScript(1), closed([99, 101, 103, 105, 107, 109, 111, 113, 115, 117])),
    ).toBeNull();
    expect(
      detectIn(formalism, startScript(1), closed(new Array<number>(12).fill(117), { number: 1 })),
    ).toBeNull();
  });
});

describe('month ends', () => {
  // Day 60 is the last of June, 91 the last of July.
  const rush = (june: number[], july: number[]) => {
    const script = startScript(1);
    for (const day of [...june, ...july])
      script.say('c1', day, 600 + 7 * script.messages.length, script.words());
    return script;
  };
  const END = { june: [58, 59, 60, 60], july: [89, 90, 91, 91] };

  test('two months running, four of five in the last three working days, are found', () => {
    expect(detectIn(formalism, rush([40, ...END.june], [70, ...END.july]))).toMatchObject({
      evidence: { plainest: 'month-ends', n: 8, of: 10 },
      prescription: '6月5次里有4次、7月5次里有4次在最后3个工作日。周一（31日）起每周定一天办，不等月底。',
    });
  });

  test('one month only, or too little to say, is not', () => {
    expect(detectIn(formalism, rush([40, ...END.june], [70, 72, 75, 80, ...END.july.slice(2)]))).toBeNull();
    expect(detectIn(formalism, rush(END.june, END.july))).toBeNull();
  });

  test('a month the bot saw the end of only says nothing', () => {
    const observations = [{ from: startOfDay(addDays(FIRST_DAY, 50)), to: AS_OF }];
    expect(detectIn(formalism, rush([...END.june, 57], [70, ...END.july]), { observations })).toBeNull();
  });
});

test('several signs are all named, and the prescription speaks to the plainest', () => {
  const script = startScript(1);
  for (const day of DAYS) script.say('c1', day, 600, '请大家关注公众号的新内容');
  for (let at = 0; at < 40; at++)
    script.say(`p${1 + (at % 9)}`, 100, 600 + at, at < 21 ? '收到' : script.words());
  expect(detectIn(formalism, script)).toMatchObject({
    evidence: {
      plainest: 'copies',
      signs: [
        { sign: 'copies', n: 9 },
        { sign: 'filler', n: 21, of: 40 },
      ],
    },
  });
});

test('without a known cadre there is nothing to look at', () => {
  expect(detectIn(formalism, startScript(1), { cadreIds: [] })).toBe('no-data');
});
