import { describe, expect, it } from 'vitest';
import { readModels } from '../../../cli/content.ts';
import { likeliest, type Odds, openOdds } from '../../../src/understanding/classify.ts';
import { ALONE, hearInContext } from '../../../src/understanding/in-context.ts';
import type { LabelOdds } from '../../../src/understanding/sentence.ts';

const saidAfter = (...earlier: string[]) => ({ earlier, isToNeighbour: false });
const toNeighbour = { earlier: [], isToNeighbour: true };

describe('with odds that are known', () => {
  const TALK: LabelOdds = { question: 0.02, request: 0.03, chatter: 0.95 };
  const NEED: LabelOdds = { question: 0.05, request: 0.9, chatter: 0.05 };

  /** Talk, but for the texts given; every text that was judged is noted. */
  function planted(known: Record<string, LabelOdds> = {}): { odds: Odds; judged: string[] } {
    const judged: string[] = [];
    const odds: Odds = text => {
      judged.push(text);
      return known[text] ?? TALK;
    };
    return { odds, judged };
  }

  it('three messages that are a need only together are heard as one, oldest first', () => {
    const { odds } = planted({ '三单元，电梯，又停了': NEED });
    expect(hearInContext(odds, '又停了', saidAfter('三单元', '电梯'))).toEqual({
      label: 'request',
      confidence: 0.9,
      odds: NEED,
      parts: ['三单元', '电梯', '又停了'],
      text: '三单元，电梯，又停了',
    });
  });

  it('no more is taken in than it needs: the nearest message first', () => {
    const { odds, judged } = planted({ '电梯，又停了': NEED, '三单元，电梯，又停了': NEED });
    expect(hearInContext(odds, '又停了', saidAfter('三单元', '电梯')).parts).toEqual(['电梯', '又停了']);
    expect(judged).not.toContain('三单元，电梯，又停了');
  });

  it('what is talk together as well is heard alone', () => {
    const { odds } = planted();
    expect(hearInContext(odds, '真好看', saidAfter('今天', '天上的云'))).toMatchObject({
      label: 'chatter',
      parts: ['真好看'],
    });
  });

  it('what is a need together only by a hair is heard alone', () => {
    const doubtful = (chatter: number) => ({ question: 0, request: 1 - chatter, chatter });
    const hear = (chatter: number) =>
      hearInContext(planted({ '电梯，又停了': doubtful(chatter) }).odds, '又停了', saidAfter('电梯')).label;
    expect([hear(0.31), hear(0.3)]).toEqual(['chatter', 'request']);
  });

  it('an earlier message that was a need already is not completed to a second one', () => {
    const known = { 电梯又停了: NEED, '电梯又停了，好几天了': NEED };
    const { odds, judged } = planted(known);
    expect(hearInContext(odds, '好几天了', saidAfter('电梯又停了')).label).toBe('chatter');
    expect(hearInContext(odds, '好几天了', saidAfter('电梯又停了', '早上好')).label).toBe('chatter');
    expect(judged.some(text => text.includes('，'))).toBe(false);
  });

  it('what is a need alone takes nothing in', () => {
    const { odds } = planted({ 楼道灯坏了: NEED });
    expect(hearInContext(odds, '楼道灯坏了', saidAfter('早上好')).text).toBe('楼道灯坏了');
  });

  it.each(['嗯', '好', ' 嗯 ', '👍', ''])('a short word completes nothing: “%s”', short => {
    const { odds } = planted({ [`电梯，${short}`]: NEED });
    expect(hearInContext(odds, short, saidAfter('电梯')).label).toBe('chatter');
  });

  it('words to a neighbour lean to talk, and the chances still sum to one', () => {
    const { odds } = planted({ 那个药在哪里买: { question: 0.6, request: 0.1, chatter: 0.3 } });
    expect(hearInContext(odds, '那个药在哪里买', ALONE).label).toBe('question');
    const heard = hearInContext(odds, '那个药在哪里买', toNeighbour);
    expect(heard.label).toBe('chatter');
    expect(heard.odds.question + heard.odds.request + heard.odds.chatter).toBeCloseTo(1);
    expect(heard.confidence).toBe(heard.odds.chatter);
  });

  it('a need completed in words to a neighbour leans to talk as well', () => {
    const { odds } = planted({ '电梯，又停了': { question: 0, request: 0.72, chatter: 0.28 } });
    expect(hearInContext(odds, '又停了', { earlier: ['电梯'], isToNeighbour: true }).label).toBe('chatter');
  });
});

describe('with the model in use', async () => {
  const odds = openOdds((await readModels()).classes);
  const hear = (text: string, context = ALONE) => hearInContext(odds, text, context);

  it.each([
    ['三单元', '电梯', '又停了'],
    ['二号楼', '水管', '又停了'],
    ['三单元', '窗户', '打不开'],
  ])('%s / %s / %s is a request only together', (...parts) => {
    for (const part of parts) expect(hear(part).label, part).toBe('chatter');
    const heard = hear(parts[2] ?? '', saidAfter(parts[0] ?? '', parts[1] ?? ''));
    expect(heard.label).toBe('request');
    expect(heard.text).toContain(parts[2]);
  });

  it.each([
    ['今天', '阳台上的月季', '开了'],
    ['我家', '孙子', '会走路了'],
    ['晚上', '老地方', '不见不散'],
    ['早上好', '大家', '周末愉快'],
  ])('%s / %s / %s stays talk', (...parts) => {
    expect(hear(parts[1] ?? '', saidAfter(parts[0] ?? '')).label).toBe('chatter');
    expect(hear(parts[2] ?? '', saidAfter(parts[0] ?? '', parts[1] ?? '')).label).toBe('chatter');
  });

  it.each(['嗯嗯', '好的', '谢谢大家', '收到'])('%s after a request is not another one', thanks => {
    expect(hear(thanks, saidAfter('三楼楼道灯坏了，麻烦来修一下')).label).toBe('chatter');
    expect(hear(thanks, saidAfter('三单元', '电梯')).label).toBe('chatter');
  });

  it('a plain request stays one, whoever it is said to', () => {
    const text = '楼道灯坏了三天了，麻烦帮忙报修一下';
    expect(hear(text, toNeighbour).label).toBe('request');
    expect(hear(text, toNeighbour).confidence).toBeLessThan(hear(text).confidence);
  });

  it.each(['你今天去不去', '那个药哪里买的', '你家孩子在哪个学校'])('%s, to a neighbour, is talk', text => {
    expect(hear(text, toNeighbour).label).toBe('chatter');
  });

  it('nothing around a message leaves it as it is', () => {
    for (const text of ['居住证怎么续签', '楼道灯坏了', '早上好'])
      expect(hear(text)).toEqual({ ...likeliest(odds(text)), odds: odds(text), parts: [text], text });
  });
});
