/** What stands where a name stood. */
export const NAME_MARK = '〔姓名〕';

/** One sign may be a word of anything; from two on it is somebody's name. */
const LEAST = 2;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A name this short may be a word of anything. */
const LEAST_SURE = 3;
/** What people call themselves by in a group without being named by it. */
const TITLE =
  /^(?:物业|居委会?|社区|街道|小区|业主|租户|志愿者|干部|群主|管理员|网格员|楼组长|服务|中心|站|妈妈|爸爸|奶奶|爷爷|邻居|\d|[栋幢弄号楼室])+$/u;

/** Where this stands in what others wrote, it is surely the person and no word of another meaning. */
export const isSureName = (name: string): boolean => [...name].length >= LEAST_SURE && !TITLE.test(name);

/** Names as they may stand in a text: the whole one, and the part that lists show of a long one. */
export function spelledNames(names: readonly string[], shownLength: number): string[] {
  const spelled = names
    .map(name => name.trim())
    .flatMap(name => [name, [...name].slice(0, shownLength - 1).join('')])
    .filter(name => [...name].length >= LEAST);
  return [...new Set(spelled)].sort((a, b) => b.length - a.length);
}

/** The text without these names, longest first; everything else in it stays as it was written. */
export function withoutNames(text: string, names: readonly string[]): string {
  const known = [...new Set(names)].filter(name => [...name].length >= LEAST);
  if (!known.length) return text;
  const longestFirst = known.sort((a, b) => b.length - a.length).map(escaped);
  return text.replace(new RegExp(longestFirst.join('|'), 'gu'), NAME_MARK);
}
