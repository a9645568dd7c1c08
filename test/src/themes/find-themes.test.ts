import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupDay } from '../../../src/analysis/group-day.ts';
import { findThemes } from '../../../src/themes/find-themes.ts';
import { needsHeard } from '../../../src/themes/heard-needs.ts';
import type { ThemeNeed } from '../../../src/themes/shared-terms.ts';

const ASKED = {
  lift: [
    '我们楼想加装电梯，政府补贴多少',
    '请问加装电梯的补贴怎么申请',
    '加装电梯一楼不同意怎么办',
    '老楼加装电梯有补贴吗',
    '加装电梯补贴什么时候发下来',
    '听说加装电梯每户要出好几万，补贴能拿多少',
    '加装电梯要几户同意才行',
  ],
  lamp: [
    '三楼楼道灯坏了，麻烦找人修',
    '5号楼楼道灯又不亮了',
    '楼道灯坏了两天了没人管',
    '我们这层楼道灯也坏了',
    '楼道灯一直闪，能换一个吗',
  ],
  heating: [
    '暖气今年什么时候供',
    '家里暖气不热，谁管',
    '暖气费能手机上交吗',
    '暖气管漏水了',
    '暖气什么时候来',
  ],
  abroad: [
    '医保异地备案在哪弄',
    '异地就医备案怎么办理',
    '回老家看病要异地备案吗',
    '异地就医报销比例多少',
    '异地备案手机上能弄吗',
  ],
  other: [
    '孩子转学找谁',
    '老人助餐点几点开门',
    '疫苗还有吗',
    '谁捡到一把钥匙',
    '社保卡丢了怎么补',
    '水管爆了快来人',
  ],
};

const needsOf = (texts: readonly string[], line: string | null = null): ThemeNeed[] =>
  texts.map((text, n) => ({ messageId: `${text}-${n}`, personId: `p-${text}-${n}`, text, line }));
const all = Object.values(ASKED).flatMap(texts => needsOf(texts));
const find = (needs: readonly ThemeNeed[], before: readonly ThemeNeed[] | null = null) =>
  findThemes({ needs, before, quotable: [] });
const topicsOf = (needs: readonly ThemeNeed[]) => find(needs).map(theme => `${theme.topic} ${theme.persons}`);

describe('the themes of a week', () => {
  it('are what several persons asked about, called as they said it', () => {
    expect(topicsOf(all)).toEqual(['加装电梯的补贴 7', '异地备案 5', '暖气 5', '楼道灯 5']);
  });

  it('are the same in whatever order the needs came', () => {
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(shuffled, needs => {
        expect(find(needs)).toEqual(find(all));
      }),
      { seed: 11, numRuns: 15 },
    );
  });

  it('are nothing of four persons, however often they ask', () => {
    const four = needsOf(ASKED.heating.slice(0, 4));
    expect(find([...four, ...four, ...four])).toEqual([]);
    const one = ASKED.heating.map(text => ({ messageId: text, personId: 'p1', text, line: null }));
    expect(find(one)).toEqual([]);
  });

  it('never hold a theme of fewer than five, nor a name with words of fewer than three', () => {
    const some = fc.array(fc.constantFrom(...all), { maxLength: 40 });
    fc.assert(
      fc.property(some, needs => {
        for (const theme of find(needs)) {
          expect(theme.persons).toBeGreaterThanOrEqual(5);
          const told = needs.filter(need => theme.topic.split('的').every(word => need.text.includes(word)));
          expect(new Set(told.map(need => need.personId)).size).toBeGreaterThanOrEqual(3);
        }
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it('are no sentence that goes round', () => {
    const chain = Array.from({ length: 9 }, (_, n) => `接龙${n}：我要报名量血压活动`);
    expect(find(needsOf(chain))).toEqual([]);
  });

  it('tell the week before, fewer than five as 0, and what is not known as null', () => {
    const before = needsOf([...ASKED.lift.slice(0, 6), ...ASKED.lamp.slice(0, 2)]).map((need, n) => ({
      ...need,
      personId: `q${n}`,
    }));
    const told = new Map(find(all, before).map(theme => [theme.topic, theme.personsBefore]));
    expect([told.get('加装电梯的补贴'), told.get('楼道灯'), told.get('暖气')]).toEqual([6, 0, 0]);
    expect(find(all, null)[0]?.personsBefore).toBeNull();
  });

  it('carry the line most of them are about', () => {
    expect(find(needsOf(ASKED.lamp, 'housing'))[0]?.line).toBe('housing');
    const mixed = needsOf(ASKED.lamp).map((need, n) => ({ ...need, line: n < 2 ? 'housing' : null }));
    expect(find(mixed)[0]?.line).toBeNull();
  });

  it('quote only what somebody let others read, and only about the theme', () => {
    const quotable = [
      { id: 'e1', text: '水管漏水找谁修' },
      { id: 'e2', text: '楼道灯坏了一个星期没人修' },
    ];
    const themes = findThemes({ needs: all, before: null, quotable });
    expect(themes.find(theme => theme.topic === '楼道灯')).toMatchObject({
      quote: '楼道灯坏了一个星期没人修',
      quoteOfId: 'e2',
    });
    expect(themes.filter(theme => theme.quote !== null)).toHaveLength(1);
  });
});

describe('the needs that themes are made of', () => {
  const dayOf = (texts: readonly string[]): GroupDay[] => [
    {
      groupId: 'g1',
      day: '2026-11-17',
      format: 1,
      cadrePosts: [],
      speakers: [],
      replies: [],
      marks: [],
      needs: texts.map(text => ({
        messageId: text,
        byId: `p-${text}`,
        at: Date.parse('2026-11-17T10:00:00+08:00'),
        label: 'question' as const,
        fingerprint: null,
      })),
    },
  ];
  const heard = (text: string, confidence = 0.95) =>
    needsHeard(dayOf([text]), '2026-W47', {
      wordsOf: () => ({ text, confidence }),
      names: ['李秀英'],
    });

  it('hold no name, number or home', () => {
    const [need] = heard('@李秀英 李阿姨家12号楼302室水管漏了，打13812345678');
    expect(need?.text).not.toMatch(/李|12号|302|138/u);
    expect(need?.text).toContain('水管漏了');
  });

  it('leave out what is better said in private, what may be talk, and other weeks', () => {
    expect(heard('我老公打我，被打了怎么办')).toEqual([]);
    expect(heard('糖少放一点更清爽', 0.7)).toEqual([]);
    const words = { wordsOf: () => ({ text: '暖气什么时候来', confidence: 1 }), names: [] };
    expect(needsHeard(dayOf(['暖气什么时候来']), '2026-W46', words)).toEqual([]);
  });
});
