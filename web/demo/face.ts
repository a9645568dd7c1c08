import type { Band } from '../../src/analysis/group-analysis.ts';
import type { MessageKind } from '../../src/chat.ts';
import type { PersonRole } from '../../src/people.ts';

/** Who and where: what `GET /demo/state` shows. Ids here are those of the simulated chat. */
export interface DemoState {
  now: Date;
  bot: { id: string; name: string };
  groups: { id: string; name: string }[];
  people: { id: string; name: string; role: PersonRole; groups: string[] }[];
}

/** A message as the telephones show it; one that was recalled has the kind `recall` and no text. */
export interface ShownMessage {
  id: string;
  from: string;
  bot: boolean;
  kind: MessageKind;
  text: string;
  at: Date;
  replyTo: string | null;
}

/** `group` null is the speaker's private chat with the bot. */
export interface DemoWords {
  from: string;
  group: string | null;
  text: string;
  mention: boolean;
  replyTo: string | null;
}

/** A group's chat, or one person's private chat with the bot. */
export type DemoPlace = { group: string } | { person: string };

/** One thing the bot or the workers did, in plain Chinese. The same id again is the same thing, further on. */
export interface Effect {
  id: string;
  at: Date;
  /** What follows from the same message bears the same trace; empty where a schedule did it. */
  trace: string;
  kind: 'decision' | 'ticket' | 'saying' | 'score' | 'digest' | 'job';
  title: string;
  says: string;
  /** How far it is, for what is to be said: 排队, 已发出 … */
  state: string | null;
}

/** What the analyzer last said of a group, in a word and a colour. */
export interface GroupMood {
  id: string;
  band: Band;
  word: string;
}

/** A moment worth going forward to. */
export interface Moment {
  label: string;
  to: Date;
}

/**
 * All that the demo page reaches, handed in by demo.ts: the page knows neither the bots nor the workers.
 * What cannot be is refused with a Failure whose message is one sentence for a person.
 */
export interface DemoFace {
  state(): Promise<DemoState>;
  /** The id of what was said. */
  say(words: DemoWords): Promise<string>;
  /** Oldest first; only those after the message `after`, where it is still known. */
  messages(place: DemoPlace, after: string | null): Promise<ShownMessage[]>;
  /** Moves the clock forward; resolves with the new now when all that was due until then is done and said. */
  clock(to: Date): Promise<Date>;
  recall(messageId: string): Promise<void>;
  join(groupId: string, personId: string): Promise<void>;
  leave(groupId: string, personId: string): Promise<void>;
  /** A new neighbour who joins the group at once; the person's id. */
  addPerson(name: string, groupId: string): Promise<string>;
  /** Oldest first; only those after the effect `after`, where it is still known. */
  effects(after: string | null): Promise<Effect[]>;
  /** Groups that have been scored. */
  groupStates(): Promise<GroupMood[]>;
  moments(): Promise<Moment[]>;
  /** A picture that was sent, as PNG; null when there is none of that id. */
  image(messageId: string): Promise<Uint8Array | null>;
}
