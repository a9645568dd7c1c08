import { describe, expect, it } from 'vitest';
import { notReady } from '../../../src/faq/candidate.ts';
import { clusterQuestions } from '../../../src/faq/cluster-questions.ts';
import { isFactual } from '../../../src/faq/factual-answer.ts';
import { MOST_LEARNED, phrasingToLearn } from '../../../src/faq/learn-phrasing.ts';
import { mergeEntries, type OwnEntry } from '../../../src/faq/merge-entries.ts';
import { answeredAnew, askedAnew } from '../../../src/faq/propose.ts';
import { isReportedWrong } from '../../../src/faq/withdraw-wrong.ts';
import type { FaqEntry } from '../../../src/faq.ts';

const entry: FaqEntry = {
  id: 'e1',
  question: '居住证怎么续签',
  answer: '到派出所办。',
  phrasings: ['居住证到期了怎么办'],
  issuer: '公安',
  issuedOn: '2026-09',
  href: null,
  status: 'verified',
  unitId: null,
  validFrom: null,
  validTo: null,
  version: 1,
};
const own: OwnEntry = { ...entry, version: 3, learned: ['续居住证去哪'], origin: 'program' };

describe('entries of the program and of the installation', () => {
  it('are one entry with the phrasings of both', () => {
    const [merged] = mergeEntries([entry], [own]);
    expect(merged).toEqual({ ...entry, version: 3, phrasings: ['居住证到期了怎么办', '续居住证去哪'] });
  });

  it('follow a newer program, whose other answer is not the one that was withdrawn', () => {
    const withdrawn = { ...own, status: 'withdrawn' as const };
    expect(mergeEntries([entry], [withdrawn])[0]?.status).toBe('withdrawn');
    const newer = mergeEntries([{ ...entry, answer: '网上就能办。' }], [withdrawn])[0];
    expect(newer).toMatchObject({ answer: '网上就能办。', status: 'verified', version: 4 });
  });

  it('are those of the installation where it imported or approved its own', () => {
    const approved: OwnEntry = { ...own, answer: '到3号窗口。', origin: 'approved' };
    expect(mergeEntries([entry], [approved])[0]?.answer).toBe('到3号窗口。');
    expect(mergeEntries([], [approved])).toHaveLength(1);
  });
});

describe('a phrasing', () => {
  const learn = (asked: string, more = {}) =>
    phrasingToLearn(asked, entry, { names: ['李阿姨'], taken: new Set(), learned: 0, ...more });

  it('is learned as it was asked', () => expect(learn(' 居住证快到期咋续 ')).toBe('居住证快到期咋续'));

  it.each([
    ['known already', '居住证，怎么续签？'],
    ['personal', '李阿姨的居住证咋续'],
    ['too long', '居'.repeat(41)],
    ['too short', '咋续'],
  ])('is not when it is %s', (_, asked) => expect(learn(asked)).toBeNull());

  it('is not when another entry has it, or the entry has learned enough', () => {
    expect(learn('居住证快到期咋续', { taken: new Set(['居住证快到期咋续']) })).toBeNull();
    expect(learn('居住证快到期咋续', { learned: MOST_LEARNED })).toBeNull();
  });
});

describe('an answer', () => {
  it.each([
    [3, 0, true],
    [3, 2, true],
    [3, 3, false],
    [2, 0, false],
  ])('called useless %i times and useful %i times', (useless, useful, isWrong) =>
    expect(isReportedWrong({ useful, useless })).toBe(isWrong),
  );

  it.each([
    ['带身份证和房产证到街道服务中心3号窗口办', true],
    ['垃圾分类点早上七点到九点开放，过时不候', true],
    ['收到', false],
    ['好的，我去看看，稍等', false],
    ['我下午去看看，先别摸黑走', false],
    ['李阿姨，灯已经报给物业，下午来修', false],
    ['您是哪栋楼的？说一下单元号好吗', false],
    ['我这边核实一下，明天给您回复', false],
  ])('is factual or not: %s', (text, isIt) => expect(isFactual(text)).toBe(isIt));

  it('is published when it is there, short enough and without gaps', () => {
    expect(notReady({ answer: '到3号窗口办。' })).toBeNull();
    expect(notReady({ answer: ' ' })).toBe('no-answer');
    expect(notReady({ answer: '找〔姓名〕办。' })).toBe('has-gap');
    expect(notReady({ answer: '办'.repeat(91) })).toBe('too-long');
  });
});

describe('what is proposed', () => {
  it('is redacted, and none when too little is left or the matter is private', () => {
    expect(askedAnew('李阿姨，轮椅去哪里充气', ['李阿姨'])).toBe('轮椅去哪里充气');
    expect(askedAnew('李阿姨在吗', ['李阿姨'])).toBeNull();
    expect(askedAnew('我老公打我，我被打了怎么办', [])).toBeNull();
    expect(answeredAnew('找王芳13812345678，她住3号楼', ['王芳'])).toBeNull();
    expect(answeredAnew('服务中心大厅可以免费充气，找王芳', ['王芳'])).toContain('找〔姓名〕');
  });
});

describe('questions that nobody answered', () => {
  const asked = (texts: string[], askers = texts.map((_, at) => `p${at}`)) =>
    texts.map((text, at) => ({ messageId: `m${at}`, askerId: askers[at] ?? '', text }));

  it('come together when they ask the same', () => {
    const texts = ['附近哪里可以给轮椅充气', '居住证怎么办', '轮椅充气去哪里', '居住证去哪里办', '几点开门'];
    expect(clusterQuestions(asked(texts)).map(each => each.messageIds)).toEqual([
      ['m0', 'm2'],
      ['m1', 'm3'],
    ]);
  });

  it('of one person are not a frequent question', () => {
    expect(clusterQuestions(asked(['轮椅去哪里充气', '轮椅充气去哪里'], ['p', 'p']))).toEqual([]);
  });
});
