import { describe, expect, it } from 'vitest';
import { readModels } from '../../../../cli/content.ts';
import {
  backgroundSchema,
  openBackground,
  trainBackground,
} from '../../../../src/understanding/faq/background.ts';

/** 楼 in twelve texts, 灯 in six, 井 in three. */
const TEXTS = [
  ...Array(6).fill('楼灯'),
  ...Array(3).fill('楼井'),
  ...Array(3).fill('楼'),
  ...Array(20).fill('好'),
];

describe('how rare a word is among people at large', () => {
  const rarity = openBackground(trainBackground(TEXTS));

  it('is more the fewer texts it stands in', () => {
    expect(rarity('c灯')).toBeGreaterThan(rarity('c楼'));
    expect(rarity('c楼')).toBeGreaterThan(rarity('c好'));
    expect(rarity('c好')).toBeGreaterThan(0);
  });

  it('is the highest for what nobody said, or hardly anybody', () => {
    expect(rarity('c猫')).toBe(1);
    expect(rarity('c井')).toBe(1);
    expect(rarity('')).toBe(1);
  });

  it('counts texts, not how often one of them says it', () => {
    const again = openBackground(trainBackground(TEXTS.map(text => `${text},${text},${text}`)));
    for (const token of ['c楼', 'c灯', 'c好']) expect(again(token)).toBe(rarity(token));
  });

  it('is learned the same from the same texts, in whatever order', () => {
    expect(trainBackground([...TEXTS].reverse())).toEqual(trainBackground(TEXTS));
  });

  it('of no texts is known of nothing', () => {
    expect(trainBackground([])).toEqual({ groups: {} });
    expect(openBackground({ groups: {} })('c楼')).toBe(1);
  });

  it('as shipped lies between 0 and 1, and knows the commonest words', async () => {
    const { background } = (await readModels()).faq;
    expect(backgroundSchema.safeParse(background).success).toBe(true);
    for (const step of Object.keys(background.groups)) {
      expect(Number(step)).toBeGreaterThan(0);
      expect(Number(step)).toBeLessThanOrEqual(100);
    }
    const shipped = openBackground(background);
    expect(shipped('c的')).toBeLessThan(shipped('c籍'));
    expect(shipped('w怎么')).toBeLessThan(0.8);
  });

  it('as shipped lists no word twice', async () => {
    const { background } = (await readModels()).faq;
    const tokens = Object.values(background.groups).flatMap(group => group.split('\n'));
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
