import { readable, searchTokensOf } from '../understanding/tokens.ts';

/** A question nobody answered, already redacted. */
export interface LooseQuestion {
  messageId: string;
  askerId: string;
  text: string;
}

/** Questions that ask the same thing. */
export interface Cluster {
  /** The one that is most like all the others. */
  question: string;
  messageIds: string[];
}

/** From this likeness on two questions are the same. */
const SAME = 0.5;
/** One person asking twice is one person; two are a frequent question. */
const LEAST_ASKERS = 2;

/** What every question has, and what says nothing of what it asks. */
const COMMON =
  /请问一?下?|有?(?:人|谁)知道|问一?下|怎么样?|如何|哪里|哪儿|哪个|什么时候|什么|多少|多久|几点|可不可以|可以|能不能|大家|我们|咱们|一下|附近|[吗呢的了啊呀哦吧嘛在是去要有我能谁]/gu;

const tokensOf = (text: string): Set<string> => {
  const asked = readable(text).replace(COMMON, ' ');
  return new Set(searchTokensOf(asked).filter(token => !token.startsWith('c')));
};

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (!one.size || !other.size) return 0;
  let shared = 0;
  for (const token of one) if (other.has(token)) shared++;
  return shared / Math.sqrt(one.size * other.size);
}

interface Read extends LooseQuestion {
  tokens: Set<string>;
}

const meanLikeness = (one: Read, all: readonly Read[]): number =>
  all.reduce((sum, other) => sum + likeness(one.tokens, other.tokens), 0);

/** The middle one; of equals the first. */
function middleOf(all: readonly Read[]): string {
  const ranked = all.map(read => ({ text: read.text, mean: meanLikeness(read, all) }));
  return ranked.reduce((best, each) => (each.mean > best.mean ? each : best)).text;
}

/**
 * Puts questions together that ask the same, in the order they were asked: each joins the group whose members it is
 * most like on average, else begins one. Only what several people asked is returned.
 */
export function clusterQuestions(questions: readonly LooseQuestion[]): Cluster[] {
  const groups: Read[][] = [];
  for (const question of questions) {
    const read = { ...question, tokens: tokensOf(question.text) };
    let best: { group: Read[]; like: number } | undefined;
    for (const group of groups) {
      const like = meanLikeness(read, group) / group.length;
      if (like >= SAME && (!best || like > best.like)) best = { group, like };
    }
    if (best) best.group.push(read);
    else groups.push([read]);
  }
  return groups
    .filter(group => new Set(group.map(read => read.askerId)).size >= LEAST_ASKERS)
    .map(group => ({ question: middleOf(group), messageIds: group.map(read => read.messageId) }));
}
