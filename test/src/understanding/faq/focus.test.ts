import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBits } from '../../../../src/understanding/faq/aspects.ts';
import { readFocus } from '../../../../src/understanding/faq/focus.ts';
import { isLight } from '../../../../src/understanding/faq/light.ts';
import { readable } from '../../../../src/understanding/tokens.ts';

const focusOf = (text: string) => readFocus(readable(text));
const wants = (text: string): string => focusOf(text).bits.join('/');
/** What is left, without the characters that tell nothing. */
const subjectOf = (text: string): string =>
  Array.from(focusOf(text).subject)
    .filter(character => character !== ' ' && !isLight(character))
    .join('');

describe('what a question wants to know', () => {
  it.each([
    ['感冒吃什么药', '感冒要用啥药'],
    ['头疼是什么原因', '头疼怎么回事'],
    ['居住证在哪里办', '居住证去哪办'],
    ['公园几点开门', '公园什么时候开门'],
    ['配眼镜多少钱', '配眼镜什么价格'],
    ['湿疹会传染给孩子', '湿疹会遗传给孩子'],
    ['办证要什么材料', '办证的材料'],
  ])('is the same in “%s” and “%s”', (one, other) => {
    expect(wants(one)).toBe(wants(other));
    expect(wants(one)).not.toBe('0/0');
  });

  it.each([
    ['头疼是什么原因', '头疼怎么办'],
    ['感冒吃什么药', '感冒吃什么水果'],
    ['居住证在哪里办', '居住证什么时候办'],
    ['配眼镜多少钱', '配眼镜要多久'],
    ['这药的作用', '这药的副作用'],
  ])('differs in “%s” and “%s”', (one, other) => {
    expect(wants(one)).not.toBe(wants(other));
  });

  it.each([
    ['头疼怎么办', '头疼'],
    ['头疼是什么原因', '头疼'],
    ['居住证在哪里', '居住证'],
    ['配眼镜多少钱', '配眼镜'],
    ['水管漏水', '水管漏水'],
  ])('leaves the subject of “%s”: “%s”', (text, subject) => {
    expect(subjectOf(text)).toBe(subject);
  });

  it('is nothing in what asks nothing', () => {
    expect(focusOf('楼道灯坏了').bits).toEqual([0, 0]);
    expect(focusOf('')).toEqual({ bits: [0, 0], subject: '' });
  });

  it('may be two things at once', () => {
    const [low, high] = focusOf('居住证在哪里办，要多少钱').bits;
    expect(countBits(low) + countBits(high)).toBeGreaterThanOrEqual(2);
  });

  it('is read the same way twice, and the subject says nothing that the text does not', () => {
    const text = fc
      .array(
        fc.constantFrom('怎么办', '原因', '多少钱', '居住证', '吃什么', '药', '哪里', '能', '吗', 'a1', ' '),
        {
          maxLength: 12,
        },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 80 }).map(readable)), asked => {
        const focus = readFocus(asked);
        expect(readFocus(asked)).toEqual(focus);
        for (const character of focus.subject.replace(/ /gu, '')) expect(asked).toContain(character);
        for (const bits of focus.bits) expect(bits).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
