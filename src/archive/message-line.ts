import type { MessageKind } from '../chat.ts';
import type { MessageFact } from '../message.ts';
import { FACT_LABELS, FACT_SUBSTANCES, type LineOf, MESSAGE_KINDS } from './line.ts';
import { momentIn } from './moment.ts';

/** What a field of a message line or of its fact must be, for the short way. */
type Test = (value: unknown) => boolean;

const oneOf = (values: readonly string[]): Test => {
  const known = new Set<unknown>(values);
  return value => known.has(value);
};
const isText: Test = value => typeof value === 'string';
const isNumber: Test = value => typeof value === 'number' && Number.isFinite(value);
const isYesOrNo: Test = value => typeof value === 'boolean';
const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isKind = oneOf(MESSAGE_KINDS);

const FACT_TESTS: ReadonlyMap<string, Test> = new Map([
  ['label', oneOf(FACT_LABELS)],
  ['confidence', isNumber],
  ['substance', oneOf(FACT_SUBSTANCES)],
  ['han', isNumber],
  ['fingerprint', value => value === null || isText(value)],
  ['isThanks', isYesOrNo],
  ['isNotSolved', isYesOrNo],
  ['line', value => value === null || isText(value)],
  ['version', isText],
]);
/** All but `line`, which facts of before do not have. */
const LEAST_FACT_FIELDS = FACT_TESTS.size - 1;

function isFact(value: unknown): value is MessageFact {
  if (typeof value !== 'object' || value === null) return false;
  let needed = 0;
  const fact: Partial<Record<string, unknown>> = value;
  for (const field in fact) {
    if (!FACT_TESTS.get(field)?.(fact[field])) return false;
    if (field !== 'line') needed++;
  }
  return needed === LEAST_FACT_FIELDS;
}

const FIELDS: ReadonlySet<string> = new Set([
  'type',
  'id',
  'group',
  'sender',
  'sentAt',
  'kind',
  'text',
  'replyTo',
  'mentions',
  'fact',
]);

const isMaybe = (value: unknown, test: Test): boolean => value === undefined || value === null || test(value);

const isMentions = (value: unknown): value is string[] => Array.isArray(value) && value.every(isId);

/**
 * A message line the short way: what `ArchiveLine` makes of it, or null for anything unusual, wrong or unknown, which
 * then goes the long way. Nearly all lines of an archive are messages, and zod's way is ten times as long.
 */
export function messageLineIn(value: unknown): LineOf<'message'> | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'message')
    return null;
  for (const field in value) if (!FIELDS.has(field)) return null;
  const { id, group, sender, sentAt, kind = 'text', text, replyTo, mentions = [], fact }: Given = value;
  if (!isId(id) || !isId(group) || !isId(sender) || !isKind(kind)) return null;
  if (!isMaybe(text, isText) || !isMaybe(replyTo, isId) || !isMentions(mentions)) return null;
  const at = typeof sentAt === 'string' ? momentIn(sentAt) : null;
  if (at === null || (fact !== undefined && !isFact(fact))) return null;
  return {
    type: 'message',
    id,
    group,
    sender,
    sentAt: at,
    // Looked at above, where the compiler does not follow.
    kind: kind as MessageKind,
    text: (text ?? null) as string | null,
    replyTo: (replyTo ?? null) as string | null,
    mentions,
    ...(fact === undefined ? {} : { fact }),
  };
}

/** A message line before it is looked at. */
type Given = Partial<Record<keyof LineOf<'message'>, unknown>>;
