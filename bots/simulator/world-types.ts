import type { MessageKind } from '../../src/chat.ts';

export interface SimulatedPerson {
  id: string;
  name: string;
  /** A friend of the bot's account; only friends can be written to in private. */
  isContact: boolean;
}

export interface SimulatedGroup {
  id: string;
  name: string;
  /** Person's id → alias in this group, or null. */
  members: Map<string, string | null>;
}

/** A picture, or a file the bot passes on. */
export interface Picture {
  name: string;
  base64: string;
}

export interface SimulatedMessage {
  id: string;
  from: string;
  groupId: string | null;
  /** In a private chat, the other side. */
  to: string | null;
  kind: MessageKind;
  /** For kind recall: the id of what was recalled. */
  text: string;
  mentions: string[];
  picture: Picture | null;
  at: Date;
  replyTo: string | null;
}

/** What the bot said. */
export type Said = SimulatedMessage;

/** What the bot is about to say. */
export type BotWords = Pick<SimulatedMessage, 'text' | 'mentions' | 'picture'>;

export interface FriendRequest {
  personId: string;
  hello: string;
  at: Date;
  accepted: boolean;
}

export type WorldEvent =
  | { kind: 'message'; messageId: string }
  | { kind: 'join' | 'leave'; groupId: string; personId: string; at: Date }
  | { kind: 'topic'; groupId: string; before: string; name: string; at: Date }
  | { kind: 'friendship'; requestId: string };

/** The face of the world that the puppet holds on to. */
export interface WorldWire {
  /** The result stops it. */
  onEvent(listener: (event: WorldEvent) => void): () => void;
  person(id: string): SimulatedPerson | undefined;
  group(id: string): SimulatedGroup | undefined;
  message(id: string): SimulatedMessage | undefined;
  request(id: string): FriendRequest | undefined;
  acceptRequest(id: string): void;
  isDead(): boolean;
  /** The id of what was said; throws what WeChat would say when it refuses. */
  send(placeId: string, words: BotWords): string;
}

/** What a person says; `groupId` null is their private chat with the bot. */
export interface Words {
  from: string;
  groupId: string | null;
  text: string;
  mentionsBot?: boolean;
  /** Ids of other people mentioned. */
  mentions?: string[];
  /** Some puppets tell no mention ids; then only the `@name` in the text is left. */
  mentionIdsLost?: boolean;
  /** A telephone puts U+2005 after a mention (the default), a computer a space. */
  fromComputer?: boolean;
  replyTo?: string | null;
  /** When it was said; earlier than now for messages replayed after a login. */
  at?: Date;
  id?: string;
  kind?: MessageKind;
  picture?: Picture;
}

export interface NewGroup {
  id?: string;
  name: string;
  members: { id: string; alias?: string }[];
  botAlias?: string;
}

/**
 * A chat world in memory that people and scripts act in; the SimulatorPuppet joins the bot to it.
 * Unknown people and groups are refused with a Failure.
 */
export interface SimulatorWorld {
  readonly bot: SimulatedPerson;
  /** A stranger to the bot's account unless `isContact`. */
  addPerson(person: { id?: string; name: string; isContact?: boolean }): SimulatedPerson;
  /** The bot is a member of every group. */
  addGroup(group: NewGroup): SimulatedGroup;
  /** The message's id. */
  say(words: Words): string;
  /** The id of the recall, which is a message of its own. */
  recall(messageId: string): string;
  /** The same message once more, as flaky gateways do: under its own id, or under a new one. */
  redeliver(messageId: string, newId?: string): void;
  join(groupId: string, personId: string, alias?: string): void;
  leave(groupId: string, personId: string): void;
  rename(groupId: string, name: string): void;
  setAlias(groupId: string, personId: string, alias: string | null): void;
  /** The person asks the bot to be friends; the request's id. */
  requestFriend(personId: string, hello: string): string;
  befriend(personId: string): void;
  unfriend(personId: string): void;
  /** Every later send of the bot is refused with these words; null lets it speak again. */
  refuseSends(reason: string | null): void;
  /** Not a sign of life is given any more, though the account looks logged in. */
  playDead(dead: boolean): void;
  /** Hears what the bot says; the result stops it. */
  onSaid(listener: (said: Said) => void): () => void;
  people(): SimulatedPerson[];
  groups(): SimulatedGroup[];
  /** What was said in a group, or in one person's private chat with the bot, oldest first, as far as it is remembered. */
  history(placeId: string): SimulatedMessage[];
  /** For the puppet only. */
  readonly wire: WorldWire;
}
