import type { GroupKind } from '../people.ts';

/** The declared lists of a pack that are short enough to be kept as text; moments are UTC ms. */
export interface Rest {
  /** Kinds of all groups of the cadres. */
  kinds: GroupKind[];
  /** 服务清单; null where none is declared. */
  lines: string[] | null;
  /** Questions of several people that wait for an entry; null where the bot's doings are not known. */
  clusters: { since: number; until: number | null }[] | null;
  /** The bot's sendings to the cadres are known. */
  hasBurden: boolean;
  inspectionDays: string[];
}
