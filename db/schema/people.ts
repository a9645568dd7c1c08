import type { GroupKind, GroupRole, PersonRole } from '../../src/people.ts';
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';

/** Organisation: who is who, which groups there are, who serves whom. */

export const units = table('units', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  parentId: text('parent_id'),
  level: text('level').notNull(),
  line: text('line').notNull(),
});

export const people = table('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<PersonRole>().notNull(),
  isContact: bool('is_contact').notNull(),
  /** What a cadre or leader says to the bot in private, once, to be known. */
  bindCode: text('bind_code'),
  /** 退出: from then on only what they say to the bot is kept. */
  optedOutAt: instant('opted_out_at'),
});

/** Units a leader answers for; the units below them are theirs too. */
export const unitLeaders = table(
  'unit_leaders',
  { unitId: text('unit_id').notNull(), personId: text('person_id').notNull() },
  t => [primaryKey({ columns: [t.unitId, t.personId] })],
);

export const groups = table('groups', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  unitId: text('unit_id').notNull(),
  kind: text('kind').$type<GroupKind>().notNull(),
  size: int('size').notNull(),
  createdAt: instant('created_at'),
  serviceLines: json('service_lines').$type<string[]>().notNull(),
  /** Only bound groups are listened to; null until a cadre's code bound it. */
  boundAt: instant('bound_at'),
  /** What is said aloud to bind the group. */
  bindCode: text('bind_code'),
  noticeAt: instant('notice_at'),
});

export const groupChanges = table(
  'group_changes',
  {
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    at: instant('at').notNull(),
    act: text('act').$type<'merge' | 'rebuild' | 'rename'>().notNull(),
  },
  t => [primaryKey({ columns: [t.fromId, t.toId, t.act] })],
);

export const groupCadres = table(
  'group_cadres',
  {
    groupId: text('group_id').notNull(),
    personId: text('person_id').notNull(),
    since: instant('since').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.personId] })],
);

export const memberships = table(
  'memberships',
  {
    groupId: text('group_id').notNull(),
    personId: text('person_id').notNull(),
    role: text('role').$type<GroupRole>().notNull(),
    alias: text('alias'),
    joinedAt: instant('joined_at'),
    leftAt: instant('left_at'),
  },
  t => [primaryKey({ columns: [t.groupId, t.personId] })],
);

/** A member the cadre is to keep in touch with (1+100, 1+10). */
export const links = table(
  'links',
  {
    cadreId: text('cadre_id').notNull(),
    personId: text('person_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  t => [primaryKey({ columns: [t.cadreId, t.personId, t.fromAt] })],
);

/** 见面, 通话: a contact outside the chat. */
export const contacts = table(
  'contacts',
  {
    cadreId: text('cadre_id').notNull(),
    personId: text('person_id').notNull(),
    at: instant('at').notNull(),
    way: text('way').$type<'visit' | 'call'>().notNull(),
    acknowledged: bool('acknowledged').notNull(),
  },
  t => [primaryKey({ columns: [t.cadreId, t.personId, t.at] })],
);

export const inspections = table(
  'inspections',
  { unitId: text('unit_id').notNull(), day: text('day').notNull() },
  t => [primaryKey({ columns: [t.unitId, t.day] })],
);

/** When the bot was online in a group; what is missing here was not observed. */
export const observations = table(
  'observations',
  {
    groupId: text('group_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.fromAt] })],
);

/** The only place that knows the chat's own ids: chat id of a person or a group, as one bot account sees it → ours. */
export const bindings = table(
  'bindings',
  {
    accountId: text('account_id').notNull(),
    kind: text('kind').$type<'person' | 'group'>().notNull(),
    chatId: text('chat_id').notNull(),
    ownId: text('own_id').notNull(),
    boundAt: instant('bound_at').notNull(),
  },
  t => [primaryKey({ columns: [t.accountId, t.kind, t.chatId] }), index('bindings_own').on(t.kind, t.ownId)],
);

/** Chat ids of messages, by place, so that the same delivery is stored once. */
export const messageBindings = table(
  'message_bindings',
  {
    placeId: text('place_id').notNull(),
    accountId: text('account_id').notNull(),
    chatMessageId: text('chat_message_id').notNull(),
    messageId: text('message_id').notNull(),
  },
  t => [
    primaryKey({ columns: [t.placeId, t.accountId, t.chatMessageId] }),
    uniqueIndex('message_bindings_own').on(t.placeId, t.accountId, t.messageId),
  ],
);

export const accounts = table('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Set by 操作过于频繁 or by the operator: nothing is sent until a person lifts it. */
  pausedAt: instant('paused_at'),
  pausedReason: text('paused_reason'),
});

/** When an account was online; its bound groups were observed then. */
export const accountSpans = table(
  'account_spans',
  {
    accountId: text('account_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
  },
  t => [primaryKey({ columns: [t.accountId, t.fromAt] })],
);
