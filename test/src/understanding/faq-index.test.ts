import { describe, expect, it } from 'vitest';
import { readFaqContent, readModels } from '../../../cli/content.ts';
import type { FaqEntry } from '../../../src/faq.ts';
import { BANDS } from '../../../src/understanding/bands.ts';
import { createFaqIndex, openFaqJudge } from '../../../src/understanding/faq-index.ts';

const judge = openFaqJudge((await readModels()).faq);

const anEntry = (id: string, question: string, phrasings: string[] = []): FaqEntry => ({
  id,
  question,
  phrasings,
  answer: '答',
  issuer: '街道办',
  issuedOn: '2026-09',
  href: null,
  status: 'verified',
  unitId: null,
  validFrom: null,
  validTo: null,
  version: 1,
});

const entries = [
  anEntry('renew', '居住证怎么续签', ['居住证快到期了怎么办']),
  anEntry('lost', '居住证丢了怎么补办'),
  anEntry('vaccine', '流感疫苗在哪里打'),
  anEntry('school', '孩子转学要什么材料'),
];

describe('searching the entries', () => {
  const index = createFaqIndex(entries, judge);

  it('finds an entry in other words', () => {
    expect(index.search('我的居住证要续签了，怎么弄', 3)[0]?.entryId).toBe('renew');
  });

  it('finds an entry by a phrasing, and each entry only once', () => {
    const hits = index.search('居住证快到期了', 10);
    expect(hits[0]?.entryId).toBe('renew');
    expect(new Set(hits.map(hit => hit.entryId)).size).toBe(hits.length);
  });

  it('is surer of the same words than of half of them', () => {
    const whole = index.search('流感疫苗在哪里打', 1)[0]?.confidence ?? 0;
    const half = index.search('疫苗的事', 1)[0]?.confidence ?? 0;
    expect(whole).toBeGreaterThan(BANDS.answerUnasked);
    expect(half).toBeLessThan(BANDS.answerAsked);
  });

  it('is unsure where two entries fit alike', () => {
    expect(index.search('居住证', 2)[0]?.confidence ?? 1).toBeLessThan(BANDS.answerAsked);
  });

  it('finds nothing in what shares no character, in emoji and in an empty base', () => {
    expect(index.search('天气晴朗', 3)).toEqual([]);
    expect(index.search('😀', 3)).toEqual([]);
    expect(createFaqIndex([], judge).search('居住证', 3)).toEqual([]);
  });

  it('returns no more than asked for, likeliest first', () => {
    const hits = index.search('居住证怎么办', 2);
    expect(hits).toHaveLength(2);
    expect(hits[0]?.confidence).toBeGreaterThanOrEqual(hits[1]?.confidence ?? 1);
  });

  it('answers the same twice, since a search leaves nothing behind', () => {
    expect(index.search('转学', 3)).toEqual(index.search('转学', 3));
  });
});

describe('the entries of content/faq.yaml', async () => {
  const faq = await readFaqContent();
  const index = createFaqIndex(faq, judge);

  it.each([
    ['居住证到期了在哪续呀', 'rp-renew'],
    ['老公打人了应该打什么电话', 'dv-help'],
    ['产假一共多少天呢', 'maternity-leave'],
    ['失业金能领几个月啊', 'unemployment-months'],
    ['12355是做什么的电话', 'youth-line'],
    ['试用期最长可以几个月', 'probation'],
  ])('answer %s', (asked, id) => {
    expect(index.search(asked, 3)[0]?.entryId).toBe(id);
  });

  it.each(['今晚跳舞老地方见', '谁家有多的鸡蛋', '收到，谢谢', '电影票买好了', '明天一起爬山去吗'])(
    'stay silent about %s',
    said => {
      expect(index.search(said, 1)[0]?.confidence ?? 0).toBeLessThan(BANDS.answerUnasked);
    },
  );

  it('are found again by every question of theirs', () => {
    const missed = faq.filter(entry => index.search(entry.question, 1)[0]?.entryId !== entry.id);
    expect(missed.map(entry => entry.id)).toEqual([]);
  });
});
