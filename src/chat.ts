/** What the chat world tells us and what we may ask of it. The ids here are the chat's own; inside they are bound to ours. */

export type MessageKind =
  | 'text'
  | 'image'
  | 'voice'
  | 'video'
  | 'file'
  | 'sticker'
  | 'link'
  | 'miniprogram'
  | 'location'
  | 'red-packet'
  | 'recall'
  | 'system'
  | 'other';

/** One message as the chat delivered it. */
export interface HeardMessage {
  chatMessageId: string;
  /** The group it was said in; null in a private chat with the bot. */
  chatGroupId: string | null;
  chatSenderId: string;
  /** In a private chat, the other side: whom the bot wrote to, or who wrote to it; null in a group. */
  chatPrivateWithId: string | null;
  /** The bot's own words coming back; confirms a send. */
  isSelf: boolean;
  kind: MessageKind;
  text: string;
  sentAt: Date;
  /** Chat ids of the people mentioned, as far as the chat tells; @所有人 is left out. */
  mentions: string[];
  /** The bot was mentioned, by id or by its name or alias in the text. */
  mentionsBot: boolean;
  /** The chat id of the quoted message, where the chat tells it. */
  quotedChatMessageId: string | null;
  /** For kind recall: the chat id of what was recalled. */
  recalledChatMessageId: string | null;
}

export interface ChatPerson {
  chatId: string;
  name: string;
  /** Friends only can be written to in private: WeChat lets nobody write privately to a non-friend. */
  isContact: boolean;
  /** What they are shown as in the group that was asked about; null when that is their own name. */
  alias?: string | null;
}

export interface ChatGroup {
  chatId: string;
  name: string;
  members: { chatId: string; name: string; alias: string | null }[];
}

export type ChatEvent =
  | { kind: 'message'; message: HeardMessage }
  | { kind: 'join'; chatGroupId: string; chatPersonIds: string[]; at: Date }
  | { kind: 'leave'; chatGroupId: string; chatPersonIds: string[]; at: Date }
  | { kind: 'topic'; chatGroupId: string; name: string; at: Date }
  | { kind: 'friend-request'; requestId: string; chatPersonId: string; hello: string; at: Date }
  | { kind: 'friend'; chatPersonId: string; at: Date }
  | { kind: 'scan'; qrcode: string; status: string; at: Date }
  | { kind: 'login'; chatAccountId: string; name: string; at: Date }
  | { kind: 'logout'; reason: string; at: Date }
  | { kind: 'alive'; at: Date };

/** Where words go: a group, or one person's private chat with the bot. */
export type ChatPlace = { chatGroupId: string } | { chatPersonId: string };

/** A chat account the bot speaks through, whatever network stands behind it. */
export interface Channel {
  /** The listener is awaited in order within a group; a rejection is the channel's to log. */
  onEvent(listener: (event: ChatEvent) => Promise<void>): void;
  start(): Promise<void>;
  /** Ends within a deadline even when the gateway is gone. */
  stop(): Promise<void>;
  /** The chat id of what was sent, when the chat gives one. Throws Failure('account-busy') on 操作过于频繁. */
  sayText(place: ChatPlace, text: string, mentionChatIds: string[]): Promise<string | null>;
  sayImage(place: ChatPlace, name: string, png: Uint8Array): Promise<string | null>;
  /** A file as people pass it on; its name says what it is. */
  sayFile(place: ChatPlace, name: string, bytes: Uint8Array): Promise<string | null>;
  /** With a group: as they are shown there. */
  person(chatId: string, chatGroupId?: string): Promise<ChatPerson>;
  group(chatId: string): Promise<ChatGroup>;
  groups(): Promise<string[]>;
  acceptFriend(requestId: string): Promise<void>;
}
