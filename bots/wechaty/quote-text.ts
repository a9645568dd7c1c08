import type { MessageKind } from '../../src/chat.ts';

/** A quote as WeChat bridges put it into the text: `「张三：原文」`, a line of dashes, the reply. */
export interface QuotedReply {
  /** The name shown for the one who is quoted: the group alias, else the own name. */
  quotedName: string;
  quotedText: string;
  reply: string;
}

const QUOTE = /^「([^：:\n]{1,64})[：:]([\s\S]*?)」\r?\n(?:- ?){5,}\r?\n([\s\S]*)$/;
const DASHES = '- - - - - - - - - - - - - - -';

const KIND_WORDS: Partial<Record<MessageKind, string>> = {
  image: '[图片]',
  voice: '[语音]',
  video: '[视频]',
  file: '[文件]',
  sticker: '[动画表情]',
  link: '[链接]',
  miniprogram: '[小程序]',
  location: '[位置]',
};

/** How a message looks when it is quoted: its text, or the word for its kind. */
export const quotableText = (kind: MessageKind, text: string): string =>
  kind === 'text' ? text : (KIND_WORDS[kind] ?? '[消息]');

export const renderQuote = (quoted: QuotedReply): string =>
  `「${quoted.quotedName}：${quoted.quotedText}」\n${DASHES}\n${quoted.reply}`;

/** The parts of a quoting text, or null when it quotes nothing. */
export function readQuote(text: string): QuotedReply | null {
  const found = QUOTE.exec(text);
  const [, quotedName, quotedText, reply] = found ?? [];
  if (quotedName === undefined || quotedText === undefined || reply === undefined) return null;
  return { quotedName, quotedText, reply };
}
