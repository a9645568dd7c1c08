import type { Actor } from './cast.ts';

/** A ticket as the reference knows it; every field of it is compared with the database. */
export interface RefTicket {
  number: number;
  kind: string;
  group: string;
  requester: string;
  has: string | null;
  state: string;
  reopened: number;
  transfers: number;
  extended: number;
  stars: number | null;
  follows: number | null;
  /** How many events stand in its log with a person's name on them; being seen by a leader, and answers noticed in talk, apart. */
  acts: number;
}

/** What the reference remembers beside, which no column of the ticket shows. */
interface Memory {
  first: string | null;
  closedBy: string | null;
  doneAt: number;
  /** The leader has given their word on it. */
  instructed: boolean;
  keptFrom: string | null;
  /** The ticket a call-back is about. */
  about: number | null;
}
export type Remembered = RefTicket & Memory;
export type Desk = ReadonlyMap<number, Remembered>;

/** One word about a ticket (or the words that open one), with all a rule may look at. */
export interface Deed {
  by: Actor;
  now: number;
  t: Remembered;
  /** The other ticket of 合并. */
  other: Remembered | null;
  /** The cadre of 转 and 派. */
  to: Actor;
  hasWords: boolean;
  /** The limit as it stands has passed. */
  isLate: boolean;
}
export type Rule = (desk: Desk, deed: Deed) => Desk | null;
