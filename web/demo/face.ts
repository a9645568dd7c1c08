import type { Band } from '../../src/analysis/group-analysis.ts';
import type { MessageKind } from '../../src/chat.ts';
import type { PersonRole } from '../../src/people.ts';

/** A message as people see it on their phones; times are ISO 8601. A recalled one keeps its place with kind `recall`. */
export interface SeenMessage {
  id: string;
  from: string;
  bot: boolean;
  kind: MessageKind;
  text: string;
  at: string;
  replyTo: string | null;
}

export interface DemoState {
  now: string;
  bot: { id: string; name: string };
  groups: { id: string; name: string }[];
  people: { id: string; name: string; role: PersonRole; groups: string[] }[];
}

/** Where something was said: a group, or one person's private chat with the bot. */
export type SeenPlace = { group: string } | { private: string };

/** What a person says; `group` null is their private chat with the bot. */
export interface DemoWords {
  from: string;
  group: string | null;
  text: string;
  mention: boolean;
  replyTo: string | null;
}

/** One thing the bot or the workers did, said in plain Chinese. The same id again is the same thing, further on. */
export interface Effect {
  id: string;
  at: string;
  /** Follows the message that caused it; empty where a schedule did. */
  trace: string;
  kind: 'decision' | 'ticket' | 'saying' | 'score' | 'digest';
  title: string;
  says: string;
  /** How far it is, for what is to be said: 排队, 已发 … */
  state: string | null;
}

export interface Effects {
  /** Give it back as `after` to hear only what is new. */
  cursor: string;
  /** Oldest first. */
  effects: Effect[];
  /** By group, once it has been scored. */
  bands: Record<string, { band: Band; word: string }>;
}

/** All through which the page and its routes reach the demo; handed in by demo.ts. Refusals are Failures. */
export interface DemoFace {
  state(): Promise<DemoState>;
  say(words: DemoWords): Promise<{ id: string }>;
  /** Oldest first; only those after the message `after`, where it is given and still there. */
  messages(place: SeenPlace, after: string | null): Promise<SeenMessage[]>;
  /** Moves the clock forward through everything that falls due; the clock afterwards. */
  clock(to: Date): Promise<{ now: string }>;
  recall(id: string): Promise<void>;
  join(groupId: string, personId: string): Promise<void>;
  leave(groupId: string, personId: string): Promise<void>;
  /** A new neighbour, who joins the group. */
  addMember(name: string, groupId: string): Promise<{ id: string }>;
  effects(after: Date | null): Promise<Effects>;
  /** The picture of an image message. */
  image(id: string): Promise<Uint8Array | null>;
}
