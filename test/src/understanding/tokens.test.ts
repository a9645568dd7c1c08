import { describe, expect, it } from 'vitest';
import {
  cutAt,
  DECIDED_CODE_POINTS,
  normalise,
  readable,
  searchTokensOf,
  wordsOf,
} from '../../../src/understanding/tokens.ts';

describe('reading a text', () => {
  it('takes full-width letters, capitals and double spaces for one spelling', () => {
    expect(normalise('ＡＢＣ１２３　　Hello？')).toBe('abc123 hello?');
  });

  it('drops invisible characters and half characters', () => {
    expect(normalise('居\u200b住\ufeff证\ud800\u202e')).toBe('居住证');
  });

  it('reads corner brackets and book marks as plain quotes', () => {
    expect(normalise('「居住证」《条例》')).toBe('"居住证""条例"');
  });

  it('cuts at code points, never inside one', () => {
    expect(cutAt('😀😀😀', 2)).toBe('😀😀');
    expect(Array.from(readable('灯'.repeat(9000)))).toHaveLength(DECIDED_CODE_POINTS);
  });
});

describe('tokens', () => {
  it('are words without punctuation', () => {
    expect(wordsOf('居住证怎么办？')).toEqual(['居住证', '怎么办']);
  });

  it('of a search are words, pairs and characters, and pairs never bridge a gap', () => {
    expect(searchTokensOf('办证,a1')).toEqual(['w办证', 'wa1', 'c办', 'b办证', 'c证', 'ba1']);
    expect(searchTokensOf('办,证')).not.toContain('b办证');
  });

  it('of emoji alone are none', () => {
    expect(searchTokensOf(readable('😀👍🏻'))).toEqual([]);
  });
});
