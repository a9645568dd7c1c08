/** What stands where something personal stood. */
const MARKS = { name: '〔姓名〕', number: '〔号码〕', home: '〔住处〕' } as const;
const MARK = /〔(?:姓名|号码|住处)〕/u;
const MARK_WITH_TAIL = /〔(?:姓名|号码|住处)〕[的，,、:：\s]*/gu;

/** Seven digits or more with at most one sign between each two: phones, identity and bank cards. */
const NUMBER = /(?<!\d)\+?\d(?:[ \-·]?\d){6,}[Xx]?/gu;
/** A date, two years, a range of money or a 400 line points to nobody. */
const HARMLESS = [
  /^(?:19|20)\d{2}-?(?:0?[1-9]|1[0-2])-?(?:0?[1-9]|[12]\d|3[01])$/u,
  /^20\d{2}-20\d{2}$/u,
  /^\d{1,3}00-\d{1,3}00$/u,
  /^[48]00[- ]?\d{3,4}[- ]?\d{3,4}$/u,
] as const;
const numberMark = (run: string): string =>
  HARMLESS.some(pattern => pattern.test(run)) ? run : MARKS.number;

const SPELT_NUMBER = /[零〇一二三四五六七八九幺两]{7,}/gu;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/gu;
/** What src/mask.ts leaves of a number still points to its bearer: 138****1234. */
const MASKED = /[A-Za-z\d]{1,4}\*{4}[A-Za-z\d]{1,4}/gu;
const PASSPORT = /(?<![A-Za-z\d])[A-Za-z]{1,2}\d{7,9}(?!\d)/gu;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·\s]?[A-Za-z\d]{5,6}(?![A-Za-z\d])/gu;
const WECHAT = /(?:微信号?|wx|vx|QQ|qq)[:：\s]*[A-Za-z\d][\w-]{4,}/gu;

const N = '(?:\\d{1,4}|[零〇一二三四五六七八九十百两]{1,4}|[A-Za-z](?![A-Za-z]))';
const DOOR = `(?:${N}(?:号门|号|单元|门洞?|楼|层))?(?:${N}(?:号门|单元|门|楼|层))?(?:${N}(?:室|户)?)?`;
const HOME = [
  new RegExp(`${N}(?:号楼|栋楼?|幢楼?|弄)${DOOR}`, 'gu'),
  new RegExp(`${N}单元(?:${N}(?:楼|层))?(?:${N}(?:室|户)?)?`, 'gu'),
  /(?:\d{3,4}|[零〇一二三四五六七八九]{3,4})(?:室|房间?|户)(?!一厅)/gu,
  /(?<![\d-])\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/gu,
] as const;

const EVERY_MENTION = /[@＠][^\s@＠，,。:：]{1,30}/gu;
const TITLES =
  '阿姨|叔叔?|大爷|大妈|大伯|大姐|大哥|奶奶|爷爷|外婆|师傅|先生|女士|小姐|老师|医生|书记|主任|经理|同志|姐|哥|婶|伯伯?|总';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const ONLY_TITLE = new RegExp(`^(?:${TITLES})$`, 'u');
/** In an alias, and of nobody: words that answers need. */
const ROLE =
  /物业|居委会?|社区|街道|业主|租户|志愿者|干部|群主|管理员|网格员|楼组长|团委|妇联|服务站?|中心|小区/gu;
const DOOR_IN_NAME =
  /[\dA-Za-z]*\d[\dA-Za-z]*(?:号楼|[栋幢弄号楼室])?|[一二三四五六七八九十\d]+(?:号楼|单元)|单元/gu;

/** The parts of a name or an alias that point to its bearer: `3栋李秀英-物业` → 李秀英, 秀英, 李阿姨 … */
function partsOf(name: string): string[] {
  const parts: string[] = [];
  if ([...name.replace(ROLE, '')].length >= 2 && !/^[A-Za-z]+$/u.test(name)) parts.push(escaped(name));
  for (const latin of name.match(/(?<![A-Za-z\d])[A-Za-z]{3,}(?![A-Za-z\d])/gu) ?? [])
    parts.push(`(?<![A-Za-z])${latin}(?![A-Za-z])`);
  for (const run of name
    .replace(DOOR_IN_NAME, ' ')
    .replace(ROLE, ' ')
    .match(/\p{Script=Han}{2,}/gu) ?? []) {
    const [family = '', ...rest] = run;
    const given = rest.join('');
    if (ONLY_TITLE.test(run)) continue;
    parts.push(run);
    if (rest.length > 3) continue;
    parts.push(`${family}(?:${TITLES})`, `[小老]${family}`);
    if (rest.length === 2 && !ONLY_TITLE.test(given)) parts.push(given);
  }
  return parts;
}

function namePattern(names: readonly string[]): RegExp | null {
  const parts = [
    ...new Set(
      names
        .map(name => name.trim())
        .filter(Boolean)
        .flatMap(partsOf),
    ),
  ];
  if (!parts.length) return null;
  return new RegExp(parts.sort((a, b) => b.length - a.length).join('|'), 'giu');
}

const legible = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, sign => sign.normalize('NFKC'))
    .replace(/[－–—‐‑]/gu, '-');

/** Outside the marks only, so that redacting twice changes nothing. */
const replaceOutside = (text: string, pattern: RegExp, markOf: (found: string) => string): string =>
  text
    .split(new RegExp(`(${MARK.source})`, 'u'))
    .map((piece, at) => (at % 2 ? piece : piece.replace(pattern, found => markOf(found))))
    .join('');

/**
 * The text without what points to a person: mentions and names (of the people known in the group), phones, cards and
 * other numbers, mail, plates, houses and rooms. A text with none of these comes back as it is.
 */
export function redactPersonal(text: string, names: readonly string[]): string {
  const named = namePattern(names);
  const name = () => MARKS.name;
  const number = () => MARKS.number;
  let left = replaceOutside(legible(text), MAIL, number);
  left = replaceOutside(left, EVERY_MENTION, () => '');
  if (named) left = replaceOutside(left, named, name);
  left = replaceOutside(left, NUMBER, numberMark);
  for (const pattern of [MASKED, WECHAT, SPELT_NUMBER, PASSPORT, PLATE])
    left = replaceOutside(left, pattern, number);
  for (const pattern of HOME) left = replaceOutside(left, pattern, () => MARKS.home);
  return left === legible(text) ? text : left.replace(/ {2,}/gu, ' ').trim();
}

/** Was something taken out of this text? */
export const hasGap = (text: string): boolean => MARK.test(text);

/** A redacted question as it may be published: the marks go, with the 的 behind them. */
export const withoutGaps = (text: string): string => text.replace(MARK_WITH_TAIL, '').trim();
