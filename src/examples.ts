import { hasGap, redactPersonal, withoutGaps } from './redact-personal.ts';
import { normalise, searchTokensOf } from './understanding/tokens.ts';

/** 办得好的例子 (学习做群众工作的方法): a need and what was done about it, without anybody in it. */
export interface Example {
  id: string;
  need: string;
  done: string;
}

/** Fewer characters than these besides the gaps teach nobody anything. */
const LEAST_NEED = 4;
const LEAST_DONE = 6;
const MOST_GAPS = 2;

const signsOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const gapsOf = (text: string): number => text.match(/〔/gu)?.length ?? 0;

/**
 * The example a ticket would make: its topic and the closing words, without names, numbers and homes. Null when there
 * are no closing words, or when too little is left to learn from.
 */
export function exampleOf(
  topic: string,
  closingWords: string | null,
  names: readonly string[],
): Omit<Example, 'id'> | null {
  const need = redactPersonal(topic, names);
  const done = redactPersonal(closingWords ?? '', names);
  if (gapsOf(done) > MOST_GAPS || gapsOf(need) > MOST_GAPS) return null;
  if (signsOf(withoutGaps(need)) < LEAST_NEED || signsOf(withoutGaps(done)) < LEAST_DONE) return null;
  return { need: hasGap(need) ? withoutGaps(need) : need, done };
}

/** From this likeness on two needs are of one sort; measured on the table in test/src/examples.test.ts. */
const ALIKE = 0.15;
const PAIR_WEIGHT = 0.8;

/** Particles, words of asking, and the people and places of every community: any two needs may share them. */
const EMPTY = new Set(
  (
    '的 了 吗 呢 吧 啊 我 我们 你 您 他 她 是 在 有 没有 没 不 要 想 能 能不能 可以 怎么 怎么办 哪里 什么 一下 请 请问 帮 帮忙 家 家里 ' +
    '给 和 也 都 就 还 到 去 来 一个 这个 个 办 小区 门口 区门 楼下 楼上 社区 街道 孩子 老人 邻居 今天 昨天 三天 几天 晚上 一直'
  ).split(' '),
);

/** Words and pairs of a text with their weights; single characters are shared by too much. */
function weightsOf(text: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const token of searchTokensOf(normalise(text))) {
    const kind = token[0];
    if (kind === 'c' || EMPTY.has(token.slice(1))) continue;
    weights.set(token, kind === 'w' ? 1 : PAIR_WEIGHT);
  }
  return weights;
}

/** 0 to 1: how alike two needs are, the cosine of what they speak of. */
export function likeness(one: string, other: string): number {
  const [a, b] = [weightsOf(one), weightsOf(other)];
  const length = (weights: Map<string, number>) =>
    Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  const shared = [...a].reduce((sum, [token, weight]) => sum + weight * (b.get(token) ?? 0), 0);
  const lengths = length(a) * length(b);
  return lengths > 0 ? shared / lengths : 0;
}

/** The examples most like a need, the best first; none that is not of its sort. */
export function similarExamples(topic: string, examples: readonly Example[], count: number): Example[] {
  return examples
    .map(example => ({ example, alike: likeness(topic, example.need) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || (a.example.id < b.example.id ? -1 : 1))
    .slice(0, count)
    .map(({ example }) => example);
}
