import type { GroupKind } from '../people.ts';

/** The declared lists of a pack that are short enough to be kept as text; moments are UTC ms. */
export interface Rest {
  /** 群众评议, by the Sunday of its week. */
  asks: { cadre: number; day: string }[];
  answers: { cadre: number; day: string; knows: boolean; helped: boolean | null }[];
  /** Kinds of all groups of the cadres. */
  kinds: GroupKind[];
  /** 服务清单; null where none is declared. */
  lines: string[] | null;
  faq: {
    answers: { at: number; verdict: 'useful' | 'useless' | null }[];
    clusters: { since: number; until: number | null }[];
  } | null;
  /** What the bot sent to each cadre, by slot. */
  burden: { cadre: number; at: number }[] | null;
  inspectionDays: string[];
}
