import type { ChatRow } from '../../bench/replies/chat-rows.ts';
import { weigh } from '../../src/understanding/replies/choose.ts';
import { CANDIDATE_FEATURES, MOMENT_FEATURES } from '../../src/understanding/replies/features.ts';
import { openModel, type ReplyModel, type ReplyModelFile } from '../../src/understanding/replies/model.ts';
import { type Boosted, boost } from './boost.ts';
import { gatherLessons, type Lesson, type Settle, settleByTruth } from './gather.ts';

/** A room to learn from, and how much its messages count. */
export interface Taught {
  rows: readonly ChatRow[];
  weight: number;
}

const ROUNDS = 80;
const FIRST_ROUNDS = 40;
/** Chosen by cross-validation over rooms. */
const LINK_AT = 0.33;
const ALSO_AT = 0.4;

/** The trees as the file of a model. */
export const fileOf = (boosted: Boosted): ReplyModelFile => ({
  version: 'replies-1',
  data: 'Kummerfeld et al. 2019, irc-disentanglement (ubuntu IRC and further channels); content/replies/threads.jsonl',
  licence: 'Learned from data under CC-BY-4.0: Kummerfeld et al. 2019, irc-disentanglement, CC-BY-4.0',
  linkAt: LINK_AT,
  alsoAt: ALSO_AT,
  momentFeatures: MOMENT_FEATURES.map(({ name }) => name),
  candidateFeatures: CANDIDATE_FEATURES.map(({ name }) => name),
  ...boosted,
});

/** A model ready to be asked. */
export function ready(boosted: Boosted): ReplyModel {
  const model = openModel(fileOf(boosted));
  if (!model) throw new Error('a model just learned has the features of this program');
  return model;
}

/** What a model would have said: in use nobody tells the linker what was truly answered before. */
const settleBy =
  (model: ReplyModel): Settle =>
  (_, look) => {
    const { answers } = weigh(model, look);
    let best = -1;
    answers.forEach((chance, at) => {
      if (chance >= model.linkAt && chance > (answers[best] ?? 0)) best = at;
    });
    return best < 0 ? [] : [best];
  };

const gather = (rooms: readonly Taught[], settle: Settle): Lesson[] =>
  rooms.flatMap(({ rows, weight }) => gatherLessons(rows, settle, weight));

/**
 * Learns twice: each half of the rooms is read with a first model of the other half, so that the second learns from the
 * mistakes about earlier messages that it will meet.
 */
export function learn(rooms: readonly Taught[]): Boosted {
  const halves = [0, 1].map(half => rooms.filter((_, at) => at % 2 === half));
  const lessons = halves.flatMap((half, at) => {
    const other = halves[1 - at] ?? [];
    return gather(half, settleBy(ready(boost(gather(other, settleByTruth), FIRST_ROUNDS))));
  });
  return boost(lessons, ROUNDS);
}
