import { z } from 'zod';
import type { MessageKind } from '../chat.ts';
import type { ExportItem, ExportMessage } from './export-item.ts';

/** ChatLab format 0.0.2: what exporters for WeChat, QQ, Telegram and others write, as JSON or as JSON Lines. */

const KIND_OF_TYPE: Readonly<Record<number, MessageKind>> = {
  0: 'text',
  1: 'image',
  2: 'voice',
  3: 'video',
  4: 'file',
  5: 'sticker',
  7: 'link',
  8: 'location',
  20: 'red-packet',
  21: 'red-packet',
  24: 'miniprogram',
  25: 'text',
  26: 'link',
  80: 'system',
  81: 'recall',
};

const UnixSeconds = z
  .number('is not a time; it is the Unix time in seconds')
  .refine(value => value > 0 && value < 10_000_000_000, 'is not a time; it is the Unix time in seconds')
  .transform(value => new Date(Math.round(value * 1000)));

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const MaybeId = Id.nullish().transform(id => id ?? null);
const Name = z
  .string()
  .nullish()
  .transform(name => name ?? '');

const Head = z
  .object({ exportedAt: UnixSeconds.optional() })
  .transform((head): ExportItem[] => (head.exportedAt ? [{ what: 'made', at: head.exportedAt }] : []));

const Meta = z
  .object({ name: Name, platform: Name, groupId: MaybeId })
  .transform(({ name, platform, groupId }): ExportItem[] => [
    { what: 'group', id: groupId ?? name, name: name || (groupId ?? ''), platform },
  ]);

const Member = z
  .object({
    platformId: Id,
    accountName: Name,
    groupNickname: Name,
    roles: z.array(z.object({ id: z.string() })).nullish(),
  })
  .transform((member): ExportItem[] => [
    {
      what: 'member',
      id: member.platformId,
      name: member.accountName || member.groupNickname || member.platformId,
      nickname: member.groupNickname || null,
      isKeeper: member.roles?.some(role => role.id === 'owner' || role.id === 'admin') ?? false,
    },
  ]);

const Message = z
  .object({
    platformMessageId: MaybeId,
    sender: Id,
    accountName: Name,
    groupNickname: Name,
    timestamp: UnixSeconds,
    type: z.number().default(0),
    content: z
      .string()
      .nullish()
      .transform(text => text ?? null),
    replyToMessageId: MaybeId,
  })
  .transform((message): ExportItem[] => [
    {
      what: 'message',
      group: null,
      id: message.platformMessageId,
      sender: {
        id: message.sender,
        name: message.accountName || message.groupNickname || message.sender,
        nickname: message.groupNickname || null,
      },
      at: message.timestamp,
      kind: KIND_OF_TYPE[message.type] ?? 'other',
      text: message.content,
      replyTo: message.replyToMessageId,
    },
  ]);

const HeaderLine = z
  .object({ chatlab: Head, meta: Meta })
  .transform(({ chatlab, meta }) => [...chatlab, ...meta]);

const PARTS = { chatlab: Head, meta: Meta, member: Member, message: Message, header: HeaderLine };

/** The parts of a ChatLab file; `header` is the first line of its JSON Lines form. */
export type ChatlabPart = keyof typeof PARTS;

const isName = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';
const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isMaybeId = (value: unknown): value is string | null | undefined => isName(value) && value !== '';

/**
 * A message the short way: what `Message` makes of it, or null for anything unusual or wrong, which then goes the long
 * way. Nearly all of an export is messages.
 */
export function chatlabMessageIn(value: object): ExportMessage | null {
  const row: Partial<Record<string, unknown>> = { ...value };
  const { platformMessageId, sender, accountName, groupNickname, timestamp, type = 0, content } = row;
  const { replyToMessageId } = row;
  if (!isId(sender) || !isMaybeId(platformMessageId) || !isMaybeId(replyToMessageId)) return null;
  if (!isName(accountName) || !isName(groupNickname) || !isName(content)) return null;
  if (typeof type !== 'number' || typeof timestamp !== 'number') return null;
  if (!(timestamp > 0 && timestamp < 10_000_000_000)) return null;
  return {
    what: 'message',
    group: null,
    id: platformMessageId ?? null,
    sender: { id: sender, name: accountName || groupNickname || sender, nickname: groupNickname || null },
    at: new Date(Math.round(timestamp * 1000)),
    kind: KIND_OF_TYPE[type] ?? 'other',
    text: content ?? null,
    replyTo: replyToMessageId ?? null,
  };
}

/** What one part of a ChatLab file says; fields that are not needed, such as avatars, are passed over. */
export const readChatlab = (part: ChatlabPart, value: unknown): z.ZodSafeParseResult<ExportItem[]> =>
  PARTS[part].safeParse(value);

const Marked = z.object({ _type: z.enum(['header', 'member', 'message']) });

/** Which part a line of the JSON Lines form is; null when it says nothing known. */
export function chatlabLineOf(value: unknown): ChatlabPart | null {
  const read = Marked.safeParse(value);
  return read.success ? read.data._type : null;
}
