/** Danger to life. Violence and self-harm are private; the others are answered in the open, `danger` for what is neither. */
export const EMERGENCY_KINDS = [
  'fire',
  'gas',
  'missing-person',
  'medical',
  'danger',
  'violence',
  'self-harm',
] as const;
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];

/** The group must not learn of these. */
export const isPrivateKind = (kind: string): boolean => kind === 'violence' || kind === 'self-harm';

/** What one kind sounds like, and what only sounds like it. */
export interface Alarm {
  kind: EmergencyKind;
  says: RegExp;
  /** Turns of speech that are taken out first: 笑晕, 抽烟, 打电话. */
  idiom?: RegExp;
  /** What makes the whole sentence harmless. */
  unless?: RegExp;
}

/** One pattern out of phrases. Every gap in a phrase is bounded, so that no text makes it slow. */
export const anyOf = (...phrases: string[]): RegExp => new RegExp(phrases.join('|'), 'u');

/** The same, for taking out every place where it fits. */
export const everyOf = (...phrases: string[]): RegExp => new RegExp(phrases.join('|'), 'gu');

/** `words` after `before` within `gap` signs. It starts from the rarer words and looks back, so that many names in a row stay cheap. */
export const after = (before: string, gap: number, first: string, words: string): string =>
  `(?=[${first}])(?<=${before}[^,。]{0,${gap}})(?:${words})`;

/** Kin, neighbours and strangers, as people call them. */
export const SOMEBODY =
  '(?:老人|老伴|老头|老太|老爷|老汉|老倌|老公|老婆|老爸|老妈|老乡|爷|奶|外公|外婆|阿公|阿婆|婆婆|爸|妈|娘(?!家)|爹|父亲|母亲|孩|娃|宝宝|宝贝|女儿|闺女|姑娘|丫头|儿子|孙|囡|崽|弟|妹|哥|姐|叔|伯|婶|姨|舅|姑|侄|外甥|嫂|媳妇|妻子|丈夫|邻居|学生|同学|女的|男的|女孩|男孩|小伙|师傅|大爷|大妈|大娘|工人|保安|保姆|阿姨|租客|室友|同事|朋友|对象|家人|小朋友|孕妇|有人|有个人|这人|那人|一个人|年轻人|病人|伤员|伤者)';

/** People whose going missing is an alarm even without many words. */
export const KIN =
  '(?:老人|老伴|老头|老太|老爷|老汉|老婆婆|妹崽|崽崽|伢子|伢儿|细佬|囡|公公|爷爷|奶奶|我奶|外公|外婆|阿公|阿婆|婆婆|爸|妈(?!祖)|娘(?!家)|父亲|母亲|孩子?|娃|宝宝|宝贝|女儿|闺女|丫头|儿子|孙|弟弟|妹妹|哥哥|姐姐|我(?:弟|妹|哥|姐|叔|舅|姨)|表哥|表弟|表姐|表妹|侄|外甥|叔|二姨|老公|老婆|丈夫|妻子|学生|女孩|男孩|大爷|大妈|阿姨|大叔|家人|邻居|租客|室友|小朋友|这人|那人|一个人|有人)';
