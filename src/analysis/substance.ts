import type { MessageKind } from '../chat.ts';
import type { Label, MessageFact } from '../message.ts';
import { lineOf } from '../service-lines.ts';

/** Printed on every fact that these rules produced. */
export const SUBSTANCE_VERSION = 'substance-2';

/** What the chat said, before the program knows what it is. */
export interface Spoken {
  text: string | null;
  kind: MessageKind;
  /** The bot took it as one of its commands ("进度", "接 12"), so it was said to the bot alone. */
  isCommandToBot: boolean;
}

const EVERYBODY = /@(?:所有人|全体成员|all\b)/giu;
const MENTION = /@[^\s@]{1,30}?(?=[\s\u2005:：,，]|$)/gu;
const ADDRESS = /https?:\/\/\S+|www\.\S+/giu;
const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f\u20e3]|\p{Regional_Indicator}|\[[^[\]\s]{1,6}\]/gu;
const NO_WORDS = /[\p{P}\p{S}\p{Z}\p{C}\s]+/gu;
const HAN = /\p{Script=Han}/gu;

const FILLER = '收到|好的?|已阅|学习了|(?:谢谢|感谢)分享|接龙|赞|嗯+|ok|1';
const PADDING = '谢谢|感谢|辛苦了?|大家|老师|领导|[了啦哈呀哦吧的]';
const ONLY_FILLER = new RegExp(`^(?:${PADDING})*(?:${FILLER})(?:${FILLER}|${PADDING})*$`, 'iu');
const CHAIN = /^\s*#?接龙/u;

const HELLO =
  '早上好|上午好|中午好|下午好|晚上好|大家好|早安|午安|晚安|早啊?|您好|你好|(?:新年|春节|元旦|元宵节?|端午节?|中秋节?|国庆节?|五一|五四|妇女节|节日|周末|假期|生日)(?:快乐|愉快|好|安康)' +
  '|欢迎(?:新?(?:朋友|邻居|成员|伙伴|同志)们?)?(?:加入|入群|进群)?';
const TO_WHOM = '各位|大家|所有|新|老|邻居|朋友|居民|家人|同志|群友|伙伴|们|和|祝|都|[，的啊呀哦]';
const ONLY_GREETING = new RegExp(`^(?:${TO_WHOM})*(?:${HELLO})(?:${HELLO}|${TO_WHOM})*$`, 'u');

const PLACEHOLDER = /^\s*\[(?:图片|照片|视频|文件|链接|聊天记录|小程序|动画表情|位置|卡片)[^\]]*\]\s*$/u;
const JOINED = /(?:加入了?群聊|邀请.{1,40}加入|通过扫描.{0,40}二维码|进入了?群聊|退出了?群聊)/u;
const ADVERT =
  /砍一刀|帮我?(?:砍|助力|点一下)|刷单|日结兼职|代(?:办|开)(?:信用卡|发票)|贷款(?:加|私)|(?:加|扫).{0,4}(?:微信|VX|V信|码).{0,12}(?:优惠|特价|领|下单|团购|购)|(?:限时|今日)(?:特价|秒杀|抢购)|免费领取?.{0,10}(?:点击|扫码|加)/iu;

const THANKS = /谢谢|感谢|多谢|(?<!没|未|不)解决了|办好了|办成了|修好了|弄好了|搞定了|有结果了|可以用了/u;
const NOT_SOLVED =
  /(?:没|没有|未|不能|还没有?)(?:得到)?(?:解决|办成|办好|修好|弄好)|还是(?:不行|不亮|没人|没有|老样子)|没人(?:管|来|理|回)|不管用|不起作用/u;
const ASKS = /[吗么?？]\s*$|没有[?？]?$/u;

/** Nothing but Han characters, numbers and Chinese punctuation, so nobody is mentioned and nothing is to be left out. */
const ONLY_WORDS = /^[\u3400-\u9fff\u3000-\u3002\uff01-\uff5e\u2014\u2026\u201c\u201d0-9 ,.!?]*$/;

/** The words somebody chose: without the people mentioned, addresses, emoji. */
const wordsOf = (text: string): string =>
  ONLY_WORDS.test(text)
    ? text
    : text.replace(EVERYBODY, ' ').replace(MENTION, ' ').replace(ADDRESS, ' ').replace(EMOJI, ' ');

/** 53 bits of the text in base 36: short enough for a row, wide enough that two texts of a group do not meet. */
function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** 第三期, 十一月三日, 周三: all that copies of one notice differ in; 三楼 and 三号楼 are places and stay. */
const DATED =
  /(?<=第)[零一二三四五六七八九十百]+(?=[期次届批场轮回讲课周季])|[一二三四五六七八九十]+(?=月)|(?<=月)[一二三四五六七八九十]+(?=[日号](?!楼))|[零一二三四五六七八九]{2,4}(?=年)|(?:周|星期|礼拜)[一二三四五六日天](?![次回天遍])/gu;

/** What near-duplicates share: the text without mentions, punctuation, digits, dates and spaces, hashed. */
export const fingerprintOf = (text: string): string | null => fingerprintOfWords(wordsOf(text));

function fingerprintOfWords(words: string): string | null {
  const bare = words
    .replace(NO_WORDS, '')
    .replace(/\p{N}+/gu, '')
    .replace(DATED, '')
    .toLowerCase();
  return bare ? hashOf(bare) : null;
}

function substanceOfText(text: string, words: string): MessageFact['substance'] {
  const bare = words.replace(NO_WORDS, '');
  if (JOINED.test(text) || ADVERT.test(text)) return 'none';
  if (PLACEHOLDER.test(text)) return 'broadcast';
  if (!bare) return text.search(ADDRESS) >= 0 ? 'broadcast' : text.search(EMOJI) >= 0 ? 'filler' : 'none';
  if (CHAIN.test(words) || ONLY_FILLER.test(bare)) return 'filler';
  return ONLY_GREETING.test(bare) ? 'greeting' : 'words';
}

const SUBSTANCE_OF_KIND: Record<Exclude<MessageKind, 'text'>, MessageFact['substance']> = {
  image: 'broadcast',
  video: 'broadcast',
  file: 'broadcast',
  link: 'broadcast',
  miniprogram: 'broadcast',
  location: 'broadcast',
  // Its words are not known; it is one of ours to count only where it answers somebody.
  voice: 'words',
  sticker: 'filler',
  'red-packet': 'none',
  recall: 'none',
  system: 'none',
  other: 'none',
};

/** What a message is by its text and kind alone (metrics.md, substantive message); the filler list wins over all. */
export const substanceOf = (spoken: Spoken): MessageFact['substance'] =>
  substanceOfWords(spoken, wordsOf(spoken.text ?? ''));

function substanceOfWords({ text, kind, isCommandToBot }: Spoken, words: string): MessageFact['substance'] {
  if (isCommandToBot) return 'command';
  if (kind !== 'text') return SUBSTANCE_OF_KIND[kind];
  return text ? substanceOfText(text, words) : 'none';
}

/**
 * All that the measures need of a message, so that its text can go. `labelled` is the decision of the program;
 * `version` names the rules and the model behind it.
 */
export function factOf(
  spoken: Spoken,
  labelled: { label: Label; confidence: number },
  version: string,
): MessageFact {
  const hasText = spoken.text !== null && (spoken.kind === 'text' || spoken.kind === 'voice');
  const text = hasText ? (spoken.text ?? '') : '';
  const words = wordsOf(text);
  const isNotSolved = NOT_SOLVED.test(text) && !ASKS.test(text);
  const says = labelled.label === 'chatter' && !isNotSolved && !ASKS.test(text);
  return {
    label: labelled.label,
    confidence: labelled.confidence,
    substance: substanceOfWords(spoken, words),
    han: words.match(HAN)?.length ?? 0,
    fingerprint: fingerprintOfWords(words),
    isThanks: says && THANKS.test(text),
    isNotSolved,
    line: labelled.label === 'chatter' ? null : lineOf(text),
    version,
  };
}
