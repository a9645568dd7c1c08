import type { MessageKind } from '../../src/chat.ts';
import type { Label, MessageFact } from '../../src/message.ts';
import { bool, bytes, index, instant, int, json, primaryKey, real, table, text } from '../columns.ts';

/** What was heard, what was decided, what is to be said. */

export const messages = table(
  'messages',
  {
    placeId: text('place_id').notNull(),
    id: text('id').notNull(),
    isPrivate: bool('is_private').notNull(),
    senderId: text('sender_id').notNull(),
    sentAt: instant('sent_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** Shanghai day of sentAt, written at storing time so that no date arithmetic happens in SQL. */
    day: text('day').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    text: text('text'),
    /** `held` until acted on and 30 minutes at most; `kept` for questions and tickets; `dropped`. */
    textState: text('text_state').$type<'held' | 'kept' | 'dropped'>().notNull(),
    replyToId: text('reply_to_id'),
    mentions: json('mentions').$type<string[]>().notNull(),
    mentionsBot: bool('mentions_bot').notNull(),
    redeliveryOf: text('redelivery_of'),
    label: text('label').$type<Label>(),
    fingerprint: text('fingerprint'),
    fact: json('fact').$type<MessageFact>(),
    decidedAt: instant('decided_at'),
    recalledAt: instant('recalled_at'),
    trace: text('trace').notNull(),
  },
  t => [
    primaryKey({ columns: [t.placeId, t.id] }),
    index('messages_day').on(t.placeId, t.day),
    index('messages_same').on(t.placeId, t.senderId, t.sentAt),
    index('messages_text').on(t.textState, t.receivedAt),
    index('messages_undecided').on(t.decidedAt, t.receivedAt),
  ],
);

/** Who answered whom in a group, with the rule that said so. */
export const replyEdges = table(
  'reply_edges',
  {
    groupId: text('group_id').notNull(),
    fromMessageId: text('from_message_id').notNull(),
    toMessageId: text('to_message_id').notNull(),
    rule: text('rule').$type<'quote' | 'mention' | 'turn'>().notNull(),
    confidence: real('confidence').notNull(),
    at: instant('at').notNull(),
    day: text('day').notNull(),
  },
  t => [
    primaryKey({ columns: [t.groupId, t.fromMessageId, t.toMessageId] }),
    index('reply_edges_day').on(t.groupId, t.day),
    index('reply_edges_to').on(t.groupId, t.toMessageId),
  ],
);

/** One decision a message; `offer` waits ten minutes for a person before it is said. */
export const decisions = table(
  'decisions',
  {
    placeId: text('place_id').notNull(),
    messageId: text('message_id').notNull(),
    at: instant('at').notNull(),
    action: text('action').notNull(),
    label: text('label').$type<Label>(),
    confidence: real('confidence').notNull(),
    entryId: text('entry_id'),
    topic: text('topic'),
    /** For a delayed offer: when to ask at the earliest; null when there is nothing left to do. */
    offerAt: instant('offer_at'),
    model: text('model').notNull(),
    trace: text('trace').notNull(),
  },
  t => [primaryKey({ columns: [t.placeId, t.messageId] }), index('decisions_offers').on(t.offerAt)],
);

/** What the bot last asked a person in a place; a bare digit or word within 10 minutes answers it. */
export const prompts = table(
  'prompts',
  {
    placeId: text('place_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind').notNull(),
    data: json('data').$type<Record<string, unknown>>().notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  t => [primaryKey({ columns: [t.placeId, t.personId] })],
);

/** Everything the bot is to say to anyone; the key says once. */
export const outbox = table(
  'outbox',
  {
    /** The group, or the person for a private word. */
    placeId: text('place_id').notNull(),
    key: text('key').notNull(),
    id: text('id').notNull(),
    isPrivate: bool('is_private').notNull(),
    kind: text('kind').$type<'text' | 'image' | 'file'>().notNull(),
    text: text('text').notNull(),
    image: bytes('image'),
    mentions: json('mentions').$type<string[]>().notNull(),
    /** Said in quiet hours too: emergencies, and the reply to somebody who has just spoken. */
    ignoresQuiet: bool('ignores_quiet').notNull(),
    state: text('state')
      .$type<'queued' | 'sending' | 'sent' | 'confirmed' | 'failed' | 'unknown'>()
      .notNull(),
    reason: text('reason'),
    attempts: int('attempts').notNull(),
    createdAt: instant('created_at').notNull(),
    notBefore: instant('not_before').notNull(),
    /** After this it is too late to be of use; null for what may come late. */
    notAfter: instant('not_after'),
    claimedAt: instant('claimed_at'),
    sentAt: instant('sent_at'),
    confirmedAt: instant('confirmed_at'),
    chatMessageId: text('chat_message_id'),
    trace: text('trace').notNull(),
  },
  t => [
    primaryKey({ columns: [t.placeId, t.key] }),
    index('outbox_due').on(t.state, t.notBefore),
    index('outbox_place').on(t.placeId, t.sentAt),
    index('outbox_chat').on(t.placeId, t.chatMessageId),
  ],
);

/** Sends counted per account and day, so that a restart does not forget the budget. */
export const sendCounts = table(
  'send_counts',
  { accountId: text('account_id').notNull(), day: text('day').notNull(), sent: int('sent').notNull() },
  t => [primaryKey({ columns: [t.accountId, t.day] })],
);

/** One holder at a time: an account, a job shard, a migration. */
export const leases = table('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
});
