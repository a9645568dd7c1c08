/** How a message is said, in Chinese or English, as 0 or 1 each; the words it is about do not matter here. */
export interface Cues {
  asks: number;
  /** A question mark or an asking particle ends it. */
  asksLast: number;
  thanks: number;
  /** It takes note of something and adds little: 好的, 收到, ok. */
  notes: number;
  greets: number;
  /** It begins as an answer begins: 是的, 没有, yes, no. */
  answers: number;
  /** It says what to do: 可以, 建议, you could, try. */
  advises: number;
  /** It complains that something does not work, or asks for help. */
  needs: number;
  /** It goes on with what was said before: 但是, 那, but, so. */
  goesOn: number;
  /** It speaks to 你 or 您, or says you. */
  you: number;
  /** It speaks of 我, or says I. */
  i: number;
  /** It carries a link, a path or a command. */
  links: number;
  /** It speaks to everybody: 大家, anyone. */
  everybody: number;
}

const PATTERNS: Record<keyof Cues, RegExp> = {
  asks: /[?？]|吗|怎么|哪[里儿个家位天些边]|几点|多少|什么时候|为什么|为啥|是不是|有没有|能不能|可不可以|请问|谁(知道|有|能|会)|咋|\b(how|what|where|which|why|who|when|does|is there|are there|can i|do i|anyone|anybody)\b/u,
  asksLast: /([?？]|[吗么呢]|不)[\s?？!！。.~]*$/u,
  thanks: /谢|感谢|多亏|辛苦|太好了|\b(thanks?|thx|ty|cheers|thank you|tnx|appreciated?)\b/u,
  notes:
    /^[\s@]*(好[的嘞呀滴]?|收到|知道了|明白了?|了解了?|嗯+|哦+|噢+|行|可以的?|没事|不客气|不用谢|原来如此|ok(ay)?|k|ah+|oh+|hm+|cool|nice|great|right|sure|np|lol|heh|haha|got it|i see|yw)([\s!！。.,，~:;)]|$)/u,
  greets:
    /^(大家|各位|邻居们)?.{0,4}(早上好|早安|晚上好|下午好|晚安|大家好|你们好|hi|hello|hey|good morning|morning)/u,
  answers:
    /^(?:@\S+\s+|[^\s:：,，]{1,20}[:：,，]\s*)?(是的|是啊|不是|对[的呀啊]?|没有?|有的|有啊|不用|要的?|能|不能|会的|不会|应该|我也|yes|yep|yeah|yea|no|nope|nah|i (do|did|have|think)|it('s| is)|that('s| is)|because|probably|maybe|not )/u,
  advises:
    /可以|建议|最好|试试|打(电话|12345)|去.{0,6}(办|找|问|拿|领|看)|找.{0,6}(问|办|社区|物业|居委)|需要带|带上|你(先|可|去|找|把|直接)|\b(you (can|could|should|need|have to|want)|try|just|use|go to|install|check|type|look)\b/u,
  needs:
    /坏了|漏|停[水电]|没[水电气]|堵|求助|帮忙|麻烦|急|不[亮动了]|打不开|\b(help|problem|error|trouble|can'?t|cannot|doesn'?t work|won'?t|stuck|broken|fail(s|ed)?|i'm trying|i want|i need)\b/u,
  goesOn:
    /^(?:@\S+\s+|[^\s:：,，]{1,20}[:：,，]\s*)?(但是?|不过|那|所以|然后|另外|还有|而且|就是|可是|and|but|so|then|also|or|well|because|though|if)/u,
  you: /[你您]|\b(you|your|u|ur)\b/u,
  i: /我|\b(i|i'm|my|me|i've)\b/u,
  links: /https?:|www\.|[/~]\w+\/|\bsudo\b|^!|\.(com|org|cn)\b/u,
  everybody: /大家|各位|有人|谁|邻居们|\b(any(one|body)|some(one|body)|guys|all|every(one|body))\b/u,
};

/** Kinds of question, and what an answer to each holds: a place, an amount, a time, a yes or no. */
const FITS: readonly (readonly [asks: RegExp, holds: RegExp])[] = [
  [
    /哪[里儿边]|在哪|去哪|哪个(门|楼|柜|车库)|什么地方|几号楼|\bwhere\b/u,
    /在|去|[楼门口路街区院站店]|中心|号|\/\w|\b(in|at|on|under|from)\b/u,
  ],
  [
    /多少|几[块个斤张钱]|收费|要钱|贵|\bhow (much|many|big|large)\b/u,
    /[\d一二两三四五六七八九十百千](.?)[块元张个份斤]|免费|不收|不要钱|\d/u,
  ],
  [
    /什么时候|几点|多久|啥时候|哪天|几号(?!楼)|\b(when|how long|what time)\b/u,
    /[点号天周月年]|上午|下午|今|明|晚|现在|马上|小时|分钟|\d:\d|\b(now|today|tomorrow|soon|minutes?|hours?|days?|weeks?|\d+)\b/u,
  ],
  [
    /[吗么不没][\s?？。]*$|是不是|有没有|能不能|可不可以|要不要|^(is|are|do|does|did|can|could|will|would|should|has|have|any)\b/u,
    /^.{0,12}(是|有|没|不|能|可以|行|要|会|对|应该|我也)|\b(yes|yep|yeah|no|nope|not|you can|it is|it does|sure|should|can)\b/u,
  ],
];

/** The kinds of question that a normalised text asks, bit by bit. */
export const asksKinds = (text: string): number => kindsBy(text, 0);

/** The kinds of question that a normalised text could answer, bit by bit. */
export const holdsKinds = (text: string): number => kindsBy(text, 1);

const kindsBy = (text: string, side: 0 | 1): number =>
  FITS.reduce((bits, sides, at) => (sides[side].test(text) ? bits | (1 << at) : bits), 0);

/** The cues in order, with plain words for each; a model remembers them by name. */
export const CUES: readonly (readonly [cue: keyof Cues, words: string])[] = [
  ['asks', 'asks'],
  ['asksLast', 'ends as a question'],
  ['thanks', 'thanks'],
  ['notes', 'only takes note'],
  ['greets', 'greets'],
  ['answers', 'begins like an answer'],
  ['advises', 'says what to do'],
  ['needs', 'tells of trouble'],
  ['goesOn', 'goes on with something'],
  ['you', 'speaks to "you"'],
  ['i', 'speaks of "I"'],
  ['links', 'carries a link or a command'],
  ['everybody', 'speaks to everybody'],
];

/** How a normalised text is said. */
export function cuesOf(text: string): Cues {
  const shows = (name: keyof Cues): number => (PATTERNS[name].test(text) ? 1 : 0);
  return {
    asks: shows('asks'),
    asksLast: shows('asksLast'),
    thanks: shows('thanks'),
    notes: shows('notes'),
    greets: shows('greets'),
    answers: shows('answers'),
    advises: shows('advises'),
    needs: shows('needs'),
    goesOn: shows('goesOn'),
    you: shows('you'),
    i: shows('i'),
    links: shows('links'),
    everybody: shows('everybody'),
  };
}
