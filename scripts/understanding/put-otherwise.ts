import type { Chance } from './chance.ts';

/** Words that say the same in a question. */
const SAME: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/怎么办/u, ['咋办', '如何处理', '怎么处理']],
  [/怎么/u, ['如何', '怎样', '咋', '怎么样']],
  [/如何/u, ['怎么', '怎样']],
  [/什么/u, ['啥', '什么']],
  [/哪里/u, ['哪儿', '什么地方', '哪']],
  [/多少/u, ['几', '多少']],
  [/吗$/u, ['么', '不', '']],
  [/可以/u, ['能', '能不能', '可不可以']],
  [/能(?!力)/u, ['可以', '能够']],
  [/需要/u, ['要', '得']],
  [/多久/u, ['多长时间', '几天']],
  [/为什么/u, ['为啥', '怎么', '为何']],
  [/原因/u, ['原因是什么', '为什么']],
  [/办理/u, ['办']],
  [/孩子/u, ['小孩', '宝宝']],
  [/时间/u, ['时候']],
];

/** The same question as people put it who have read the title: another question word, a polite word, a slip of the finger. */
export function putOtherwise(question: string, chance: Chance): string {
  let text = question.replace(/[？?。！!]/gu, '');
  for (const [word, others] of SAME)
    if (word.test(text) && chance.next() < 0.5) text = text.replace(word, chance.pick(others));
  if (chance.next() < 0.3)
    text = chance.pick(['请问', '我想问下', '想问一下', '请教一下', '谁知道', '你好，', '问下']) + text;
  if (chance.next() < 0.3) text += chance.pick(['呢', '啊', '？', '吗', '呀', '，谢谢', '的', '了']);
  if (chance.next() < 0.35) {
    const characters = Array.from(text);
    characters.splice(Math.floor(chance.next() * characters.length), 1);
    text = characters.join('');
  }
  if (chance.next() < 0.2) text = text.slice(text.length >> 1) + text.slice(0, text.length >> 1);
  return chance.next() < 0.2 ? text.replace(/的/u, '') : text;
}
