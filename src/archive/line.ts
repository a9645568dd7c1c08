import { z } from 'zod';
import { GROUP_KINDS, GROUP_ROLES, PERSON_ROLES } from '../people.ts';
import { ARCHIVED_ACTS } from '../ticket/acts.ts';
import { TICKET_KINDS } from '../ticket.ts';
import { Moment } from './moment.ts';

const Day = z
  .string()
  .refine(
    text => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
    'write a day like 2026-11-24',
  );

const Id = z.string().min(1, 'must not be empty');
const Maybe = Moment.nullish().transform(at => at ?? null);
const MaybeId = Id.nullish().transform(id => id ?? null);

const Unit = z.object({
  type: z.literal('unit'),
  id: Id,
  name: z.string(),
  parent: MaybeId,
  level: z.string().default(''),
  line: z.string().default(''),
  /** Leaders who read this unit's digest, where the archive tells. */
  leaders: z.array(Id).default([]),
});

const Person = z.object({
  type: z.literal('person'),
  id: Id,
  name: z.string(),
  role: z.enum(PERSON_ROLES).default('unknown'),
  /** A friend of the bot's account. */
  contact: z.boolean().default(false),
});

const Group = z.object({
  type: z.literal('group'),
  id: Id,
  name: z.string(),
  unit: Id,
  kind: z.enum(GROUP_KINDS).default('grassroots'),
  size: z.int().nonnegative().default(0),
  createdAt: Maybe,
  cadres: z.array(Id).default([]),
  serviceLines: z.array(z.string()).default([]),
});

const Membership = z.object({
  type: z.literal('membership'),
  group: Id,
  person: Id,
  role: z.enum(GROUP_ROLES).default('unknown'),
  joinedAt: Maybe,
  leftAt: Maybe,
  /** The chat calls them owner or admin: a hint for `roster guess`, never proof of being a cadre. */
  keeper: z.boolean().optional(),
});

const Link = z.object({ type: z.literal('link'), cadre: Id, person: Id, from: Moment, to: Maybe });

const Contact = z.object({
  type: z.literal('contact'),
  cadre: Id,
  person: Id,
  at: Moment,
  way: z.enum(['visit', 'call']),
  acknowledged: z.boolean().default(false),
});

const GroupChange = z.object({
  type: z.literal('group-change'),
  from: Id,
  to: Id,
  at: Moment,
  act: z.enum(['merge', 'rebuild', 'rename']),
});

const Observation = z.object({ type: z.literal('observation'), group: Id, from: Moment, to: Moment });

/** Kinds of messages. */
export const MESSAGE_KINDS = [
  'text',
  'image',
  'voice',
  'video',
  'file',
  'sticker',
  'link',
  'miniprogram',
  'location',
  'red-packet',
  'recall',
  'system',
  'other',
] as const;

/** What a fact may say of a message. */
export const FACT_LABELS = ['question', 'request', 'chatter'] as const;
export const FACT_SUBSTANCES = ['words', 'filler', 'greeting', 'broadcast', 'command', 'none'] as const;

/** What the program made of a text; only in its own exports. A field here has its test in message-line.ts too. */
const Fact = z.object({
  label: z.enum(FACT_LABELS),
  confidence: z.number(),
  substance: z.enum(FACT_SUBSTANCES),
  han: z.number(),
  fingerprint: z.string().nullable(),
  isThanks: z.boolean(),
  isNotSolved: z.boolean(),
  line: z.string().nullish(),
  version: z.string(),
});

const Message = z.object({
  type: z.literal('message'),
  id: Id,
  group: Id,
  sender: Id,
  sentAt: Moment,
  kind: z.enum(MESSAGE_KINDS).default('text'),
  text: z
    .string()
    .nullish()
    .transform(text => text ?? null),
  replyTo: MaybeId,
  mentions: z.array(Id).default([]),
  fact: Fact.optional(),
});

const Ticket = z.object({
  type: z.literal('ticket'),
  id: Id,
  kind: z.enum(TICKET_KINDS).default('request'),
  group: Id,
  requester: Id,
  openedAt: Moment,
  topic: z.string().default(''),
  message: MaybeId,
});

const Event = z
  .object({
    type: z.literal('ticket-event'),
    ticket: Id,
    at: Moment,
    by: MaybeId,
    act: z.enum(ARCHIVED_ACTS).exclude(['open']),
    stars: z.int().min(1).max(5).optional(),
    /** Whom it was handed to; what was written; until when; carried by the program's own exports. */
    to: Id.optional(),
    text: z.string().optional(),
    dueAt: Moment.optional(),
  })
  .refine(event => event.act !== 'rate' || event.stars !== undefined, {
    path: ['stars'],
    message: 'a rating needs stars, 1 to 5',
  });

const Inspection = z.object({ type: z.literal('inspection'), unit: Id, date: Day });

/** One line of an archive. Unknown fields are left out, unknown types are an error; moments become Dates. */
export const ArchiveLine = z.discriminatedUnion('type', [
  Unit,
  Person,
  Group,
  Membership,
  Link,
  Contact,
  GroupChange,
  Observation,
  Message,
  Ticket,
  Event,
  Inspection,
]);

export type ArchiveLine = z.output<typeof ArchiveLine>;
export type ArchiveType = ArchiveLine['type'];
export type LineOf<T extends ArchiveType> = Extract<ArchiveLine, { type: T }>;

/** Every type of line, in the order in which an archive is best written. */
export const ARCHIVE_TYPES = [
  'unit',
  'person',
  'group',
  'membership',
  'link',
  'contact',
  'group-change',
  'observation',
  'inspection',
  'message',
  'ticket',
  'ticket-event',
] as const satisfies readonly ArchiveType[];

/** A line as it is written: one JSON object, its moments in UTC. */
export const writeLine = (line: ArchiveLine): string => `${JSON.stringify(line)}\n`;
