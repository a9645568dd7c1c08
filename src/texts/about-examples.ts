import { shorten } from './moments.ts';

interface Shown {
  need: string;
  done: string;
}

/** 办得好的例子: what is said about asking for them, keeping them and looking them up. */
export const aboutExamples = {
  /** To the member, in private, once. */
  mayKeep: () => '办得好。能不能隐去姓名住处，让别的同志学着办，也给领导看看？回"可以"或"不用"。',
  kept: () => '谢谢。只留办法，不留姓名和住处。',
  notKept: () => '好，不留。谢谢您的评价。',
  hint: ({ need, done }: Shown) => `以前办过类似的：${shorten(need, 14)}→${shorten(done, 40)}`,
  found: (examples: readonly Shown[]) =>
    examples.map(({ need, done }, at) => `${at + 1} ${shorten(need, 20)}：${shorten(done, 80)}`).join('\n'),
  noneFound: (words: string) => `还没有和"${shorten(words, 12)}"类似的例子。换个说法再找，或问问身边的同志。`,
  findWhat: () => '想找哪一类？请回"例子 事情"，例如"例子 楼道灯不亮"。',
} as const;
