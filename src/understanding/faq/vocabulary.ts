import { isLight } from './light.ts';

/** The three kinds of tokens, in the order of the arrays that hold something for each. */
export const WORD = 0;
export const PAIR = 1;
export const CHARACTER = 2;
export type TokenKind = typeof WORD | typeof PAIR | typeof CHARACTER;

const KIND_OF: Readonly<Record<string, TokenKind>> = { w: WORD, b: PAIR, c: CHARACTER };

/** Numbers for tokens: an index works with numbers, texts with words. */
export interface Vocabulary {
  readonly size: number;
  /** The token's number; a new one gets the next. */
  learn(token: string): number;
  /** The token's number, -1 when no entry has it. */
  find(token: string): number;
  tokenOf(id: number): string;
  kindOf(id: number): TokenKind;
  /** Function words and characters, which tell little of what a question is about. */
  isLight(id: number): boolean;
}

export const kindOfToken = (token: string): TokenKind => KIND_OF[token.charAt(0)] ?? CHARACTER;

/** Opens an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const tokens: string[] = [];
  const kinds: TokenKind[] = [];
  const lights: boolean[] = [];
  return {
    get size() {
      return ids.size;
    },
    learn(token) {
      const known = ids.get(token);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(token, id);
      tokens.push(token);
      kinds.push(kindOfToken(token));
      lights.push(isLight(token.slice(1)));
      return id;
    },
    find: token => ids.get(token) ?? -1,
    tokenOf: id => tokens[id] ?? '',
    kindOf: id => kinds[id] ?? CHARACTER,
    isLight: id => lights[id] ?? false,
  };
}
