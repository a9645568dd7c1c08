import { lineName } from '../service-lines.ts';
import { shorten } from '../texts/moments.ts';

/** 服务线 in a word, where a line of the digest has no room for its whole name. */
const WORDS: Readonly<Record<string, string>> = {
  rights: '维权',
  startup: '创业',
  science: '科普',
  elderly: '养老',
  family: '孩子',
  housing: '物业',
  health: '就医',
  jobs: '找工作',
  volunteering: '志愿',
};

const LONGEST = 6;

/** What a line is called in the digest; a unit's own line as it is written, in six characters. */
export const lineWord = (line: string): string => WORDS[line] ?? shorten(lineName(line), LONGEST);
