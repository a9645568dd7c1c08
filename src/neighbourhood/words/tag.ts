/** Whose groups a text suits; `all` suits everybody. */
export type Tag =
  | 'all'
  | 'home'
  | 'young'
  | 'women'
  | 'elder'
  | 'parents'
  | 'workers'
  | 'veterans'
  | 'volunteers';

/** A need as it is said, answered and thanked for; `{楼}` and the like are filled in. */
export interface NeedWords {
  suits: readonly Tag[];
  asks: readonly string[];
  /** By the cadre or somebody who knows. */
  answers: readonly string[];
  thanks: readonly string[];
}

/** A little talk among members, one line a turn. */
export interface ChatWords {
  suits: readonly Tag[];
  lines: readonly string[];
}

/** What a cadre posts and what members say to it. */
export interface NoticeWords {
  suits: readonly Tag[];
  posts: readonly string[];
  echoes: readonly string[];
}
