import { z } from 'zod';
import type { MessageKind } from '../chat.ts';
import type { ExportItem, ExportMessage } from './export-item.ts';
import { type QuotedWords, splitQuote } from './quoted-words.ts';

/** WeFlow's JSON of a WeChat group: `weflow`, `session`, perhaps `senders`, then `messages`. */

/** What a message is, by the exporter's Chinese word for it; its number (`localType`) cannot be trusted. */
const KIND_OF_TYPE: Readonly<Record<string, MessageKind>> = {
  文本消息: 'text',
  引用消息: 'text',
  群公告: 'text',
  图片消息: 'image',
  语音消息: 'voice',
  视频消息: 'video',
  文件消息: 'file',
  动画表情: 'sticker',
  卡片式链接: 'link',
  图文消息: 'link',
  链接消息: 'link',
  音乐消息: 'link',
  音乐分享: 'link',
  聊天记录合并转发: 'link',
  聊天记录: 'link',
  位置消息: 'location',
  红包卡片: 'red-packet',
  红包消息: 'red-packet',
  转账卡片: 'red-packet',
  转账消息: 'red-packet',
  小程序分享: 'miniprogram',
  小程序消息: 'miniprogram',
  系统消息: 'system',
};

/** Kinds whose `content` is words; of the others it is a path or a mark. */
const WORDED: ReadonlySet<MessageKind> = new Set(['text', 'link', 'miniprogram', 'system']);

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const Words = z
  .string()
  .nullish()
  .transform(text => text ?? '');

/** The exporter writes seconds; its programming interface milliseconds. */
const UnixTime = z
  .number('is not a time; it is the Unix time in seconds')
  .refine(value => value > 0 && value < 10_000_000_000_000, 'is not a time; it is the Unix time in seconds')
  .transform(value => new Date(value < 10_000_000_000 ? Math.round(value * 1000) : value));

/** `weflow`: when the export was made, where it says. */
export const WeflowHead = z
  .object({ exportedAt: UnixTime.optional().catch(undefined) })
  .transform((head): ExportItem[] => (head.exportedAt ? [{ what: 'made', at: head.exportedAt }] : []));

/** `session`: which chat it is; private when it is no group. */
export const WeflowSession = z
  .object({ wxid: z.string().min(1), type: Words, displayName: Words, nickname: Words })
  .transform(({ wxid, type, displayName, nickname }) => ({
    isGroup: wxid.endsWith('@chatroom') || type === '群聊',
    group: { what: 'group' as const, id: wxid, name: displayName || nickname || wxid, platform: 'wechat' },
  }));

/** `senders`: its compact form numbers the people once. */
export const WeflowSender = z
  .object({ senderID: z.number(), wxid: z.string().min(1), displayName: Words, groupNickname: Words })
  .transform(({ senderID, wxid, displayName, groupNickname }) => ({
    number: senderID,
    sender: { id: wxid, name: displayName || groupNickname || wxid, nickname: groupNickname || null },
  }));

export type WeflowSender = z.output<typeof WeflowSender>['sender'];

const SYSTEM: WeflowSender = { id: 'system', name: '系统消息', nickname: null };

const Message = z.object({
  createTime: UnixTime,
  type: z.string('is missing; it is one of the Chinese words for kinds'),
  content: z.string().nullish(),
  isSend: z.number().nullish(),
  senderUsername: Words,
  senderDisplayName: Words,
  senderID: z.number().optional(),
  platformMessageId: Id.nullish(),
  replyToMessageId: Id.nullish(),
  quotedContent: Words,
  quotedSender: Words,
});

/** A message, with what it quotes where it quotes something whose id is not told. */
export interface WeflowMessage {
  message: ExportMessage;
  quoted: QuotedWords | null;
}

function wordsOf(kind: MessageKind, content: string): { own: string | null; quoted: QuotedWords | null } {
  if (kind === 'text') return splitQuote(content);
  // A voice that was written down holds words; its file's path or mark does not.
  if (kind === 'voice') return { own: /^\[|[/\\]/u.test(content) ? null : content || null, quoted: null };
  return { own: WORDED.has(kind) ? content : null, quoted: null };
}

function senderOf(
  row: z.output<typeof Message>,
  senders: ReadonlyMap<number, WeflowSender>,
): WeflowSender | null {
  const id = row.senderUsername || row.senderDisplayName;
  if (id) return { id, name: row.senderDisplayName || id, nickname: null };
  return senders.get(row.senderID ?? -1) ?? null;
}

/** Reads one message; `senders` are those of the compact form. The fault says which field is wrong. */
export function readWeflowMessage(
  value: unknown,
  senders: ReadonlyMap<number, WeflowSender>,
): WeflowMessage | { fault: string } {
  const read = Message.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { fault: `“${issue?.path.join('.') ?? ''}” ${issue?.message ?? 'cannot be read'}` };
  }
  const row = read.data;
  const isSystem = row.type === '系统消息' || row.isSend === null;
  const kind = isSystem ? 'system' : (KIND_OF_TYPE[row.type] ?? 'other');
  const sender = isSystem ? SYSTEM : senderOf(row, senders);
  if (!sender) return { fault: '“senderUsername” is missing' };
  const { own, quoted } = wordsOf(kind, row.content ?? '');
  const told = row.quotedContent ? { name: row.quotedSender || null, text: row.quotedContent } : quoted;
  return {
    message: {
      what: 'message',
      group: null,
      id: row.platformMessageId ?? null,
      sender,
      at: row.createTime,
      kind,
      text: own,
      replyTo: row.replyToMessageId ?? null,
    },
    quoted: told,
  };
}
