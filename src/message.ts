import type { MessageKind } from './chat.ts';

export type Label = 'question' | 'request' | 'chatter';

/** What a message was, once its text has been read; all that the measures need after chatter's text is gone. */
export interface MessageFact {
  label: Label;
  /** 0-1, of the label. */
  confidence: number;
  /** `words` may count as substantive (metrics.md), a greeting once a person and window; `filler` and the rest never do. */
  substance: 'words' | 'filler' | 'greeting' | 'broadcast' | 'command' | 'none';
  /** Han characters in the text. */
  han: number;
  /** Hash of the text without punctuation, digits and spaces; null when nothing is left. Near-duplicates share it. */
  fingerprint: string | null;
  /** 谢谢, 解决了 and the like: the member says that help came. */
  isThanks: boolean;
  /** 没解决 and the like. */
  isNotSolved: boolean;
  /** 服务线 of a need, such as `rights`: its topic; null when none fits. Missing in facts of before. */
  line?: string | null | undefined;
  /** Version of the rules and the model that said so. */
  version: string;
}

/** A message as it is stored. */
export interface Message {
  id: string;
  /** Where it was said: the group's id, or the person's id for their private chat with the bot. */
  placeId: string;
  isPrivate: boolean;
  senderId: string;
  sentAt: Date;
  receivedAt: Date;
  kind: MessageKind;
  /** Null once it was dropped (chatter) or when there never was one. */
  text: string | null;
  replyToId: string | null;
  /** Ids of the people mentioned. */
  mentions: string[];
  mentionsBot: boolean;
  /** The id of the message that this one repeats word for word within ten seconds; kept, not dropped. */
  redeliveryOf: string | null;
  fact: MessageFact | null;
  trace: string;
}

/** Who answered whom: a→b, with the rule that said so and how sure it is (1.0 quote, 0.9 mention, 0.6 turn). */
export interface ReplyEdge {
  groupId: string;
  fromMessageId: string;
  toMessageId: string;
  rule: 'quote' | 'mention' | 'turn';
  confidence: number;
  at: Date;
}
