import { CANDIDATE_COUNT, MOMENT_COUNT } from '../../src/understanding/replies/features.ts';
import type { Tree } from '../../src/understanding/replies/trees.ts';
import { type Binned, bin } from './binned.ts';
import type { Lesson } from './gather.ts';
import { binsOf, type Growth, growTree, treeValue } from './grow-tree.ts';

const ANSWERS: Growth = { leaves: 28, calm: 4, least: 6, step: 0.12 };
const OPENERS: Growth = { leaves: 8, calm: 8, least: 10, step: 0.12 };
/** Rows that the model is sure about teach little: of those only one in so many is looked at, counting as many. */
const SURE = 0.01;
const ONE_OF = 12;

/** The two families of trees that together choose between candidates and nothing. */
export interface Boosted {
  openers: Tree[];
  answers: Tree[];
}

interface Ground {
  lessons: readonly Lesson[];
  starts: Int32Array;
  answers: Binned;
  openers: Binned;
  /** Running sums of the trees grown so far. */
  rowScores: Float32Array;
  openerScores: Float32Array;
  rowChance: Float32Array;
  openerChance: Float32Array;
}

function lay(lessons: readonly Lesson[]): Ground {
  const starts = new Int32Array(lessons.length + 1);
  lessons.forEach((lesson, at) => {
    starts[at + 1] = (starts[at] ?? 0) + lesson.truth.length;
  });
  const rows = starts[lessons.length] ?? 0;
  return {
    lessons,
    starts,
    answers: bin(
      lessons.map(lesson => lesson.rows),
      CANDIDATE_COUNT,
    ),
    openers: bin(
      lessons.map(lesson => lesson.moment),
      MOMENT_COUNT,
    ),
    rowScores: new Float32Array(rows),
    openerScores: new Float32Array(lessons.length),
    rowChance: new Float32Array(rows),
    openerChance: new Float32Array(lessons.length),
  };
}

function weighAll(ground: Ground): void {
  const { lessons, starts, rowScores, openerScores, rowChance, openerChance } = ground;
  lessons.forEach(({ copies }, at) => {
    const begin = starts[at] as number;
    let most = openerScores[at] as number;
    for (let row = 0; row < copies.length; row++) most = Math.max(most, rowScores[begin + row] as number);
    const opens = Math.exp((openerScores[at] as number) - most);
    let total = opens;
    for (let row = 0; row < copies.length; row++) {
      const chance = Math.exp((rowScores[begin + row] as number) - most) * (copies[row] as number);
      rowChance[begin + row] = chance;
      total += chance;
    }
    for (let row = begin; row < begin + copies.length; row++)
      rowChance[row] = (rowChance[row] as number) / total;
    openerChance[at] = opens / total;
  });
}

function growAnswers(ground: Ground, round: number): Tree {
  const rows: number[] = [];
  const pulls: number[] = [];
  const sures: number[] = [];
  ground.lessons.forEach(({ truth, weight }, at) => {
    const begin = ground.starts[at] as number;
    for (let row = 0; row < truth.length; row++) {
      const chance = ground.rowChance[begin + row] as number;
      const share = truth[row] as number;
      const isSure = share === 0 && chance < SURE;
      if (isSure && (Math.imul(begin + row, 2_654_435_761) >>> 8) % ONE_OF !== round % ONE_OF) continue;
      const counts = isSure ? weight * ONE_OF : weight;
      rows.push(begin + row);
      pulls.push((chance - share) * counts);
      sures.push(Math.max(1e-6, chance * (1 - chance)) * counts);
    }
  });
  const pulled = {
    data: ground.answers,
    rows: Int32Array.from(rows),
    pulls: Float32Array.from(pulls),
    sures: Float32Array.from(sures),
  };
  return growTree(pulled, ANSWERS);
}

function growOpeners(ground: Ground): Tree {
  const { lessons, openerChance } = ground;
  const pulls = new Float32Array(lessons.length);
  const sures = new Float32Array(lessons.length);
  lessons.forEach(({ truth, weight }, at) => {
    const isOpener = truth.some(share => share > 0) ? 0 : 1;
    const chance = openerChance[at] as number;
    pulls[at] = (chance - isOpener) * weight;
    sures[at] = Math.max(1e-6, chance * (1 - chance)) * weight;
  });
  const rows = Int32Array.from(lessons, (_, at) => at);
  return growTree({ data: ground.openers, rows, pulls, sures }, OPENERS);
}

function add(tree: Tree, data: Binned, scores: Float32Array): void {
  const bins = binsOf(tree, data);
  for (let row = 0; row < scores.length; row++)
    scores[row] = (scores[row] as number) + treeValue(tree, bins, data, row);
}

/** Learns by gradient boosting of the softmax over candidates and nothing; the same lessons always give the same trees. */
export function boost(lessons: readonly Lesson[], rounds: number): Boosted {
  const ground = lay(lessons);
  const grown: Boosted = { openers: [], answers: [] };
  for (let round = 0; round < rounds; round++) {
    weighAll(ground);
    const answers = growAnswers(ground, round);
    const openers = growOpeners(ground);
    add(answers, ground.answers, ground.rowScores);
    add(openers, ground.openers, ground.openerScores);
    grown.answers.push(answers);
    grown.openers.push(openers);
  }
  return grown;
}
