import type { MessageKind } from '../chat.ts';
import type { QqHead } from './qq-head.ts';

/** What a text export leaves of what was no text. */
const KIND_OF_MARK: readonly (readonly [RegExp, MessageKind])[] = [
  [/^\[(?:图片|闪照|Image)\]$/iu, 'image'],
  [/^\[(?:表情|动画表情|原创表情|商城表情)\]$/u, 'sticker'],
  [/^\[(?:语音|语音消息)\]/u, 'voice'],
  [/^\[(?:视频|短视频|视频消息)\]/u, 'video'],
  [/^\[(?:文件|群文件|离线文件)\]/u, 'file'],
  [/^\[(?:QQ)?红包\]/u, 'red-packet'],
  [/^\[(?:转账)\]/u, 'red-packet'],
  [/^\[(?:位置|地理位置)\]/u, 'location'],
  [/^\[(?:链接|分享|卡片消息|聊天记录|合并转发)\]/u, 'link'],
  [/^\[(?:小程序|应用)\]/u, 'miniprogram'],
  [/^\[(?:戳一戳|窗口抖动|语音通话|视频通话)\]/u, 'other'],
  [/请使用(?:最新版)?(?:手机)?QQ(?:查看|体验)/u, 'other'],
];

/** Small pictures among the words: without them the words are what was said. */
const MARKS = /\[(?:图片|表情|动画表情)\]/gu;
const SYSTEM_IDS: ReadonlySet<string> = new Set(['10000', '1000000']);

/** Kind and words of one message; null words where it had none. */
export function readQqBody(
  { id, name }: Pick<QqHead, 'id' | 'name'>,
  lines: readonly string[],
): { kind: MessageKind; text: string | null } {
  const whole = lines.join('\n').trim();
  if (SYSTEM_IDS.has(id ?? '') || name === '系统消息') return { kind: 'system', text: whole };
  const words = whole.replace(MARKS, ' ').trim();
  if (words === '' && whole !== '') {
    return { kind: whole.includes('[图片]') ? 'image' : 'sticker', text: null };
  }
  // Red packets, cards and whatever the text form cannot show leave an empty message.
  if (words === '') return { kind: 'other', text: null };
  const kind = KIND_OF_MARK.find(([mark]) => mark.test(words))?.[1];
  return kind === undefined ? { kind: 'text', text: words } : { kind, text: kind === 'link' ? words : null };
}
