import { afterAll, beforeAll, describe, it } from 'vitest';
import { play } from '../support/desk-model/play.ts';
import type { Saying } from '../support/desk-model/script.ts';
import { openStage, type Stage } from '../support/desk-model/stage.ts';
import { openTally } from '../support/desk-model/tally.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Two transactions meet in a few of these. */
const TRIES = 5;
/** Positions in the cast. */
const MEMBER = 0;
const WANG = 4;
const SUN = 5;

const say = (act: string, who: number, more: Partial<Saying> = {}): Saying => ({
  ...{ kind: 'say', act, who, target: 0, other: 0, to: 0, isFit: false, isPrivate: true },
  ...{ hasWords: true, again: 'no', skew: 0, ...more },
});

const PAIRS: readonly (readonly [string, Saying, Saying])[] = [
  ['合并 2 到 1 and 办结 1', say('合并', WANG, { target: 1 }), say('办结', SUN)],
  ['合并 2 到 1 and 不用了 1', say('合并', WANG, { target: 1 }), say('不用了', MEMBER)],
  ['合并 2 到 1 and 解决了 1', say('合并', WANG, { target: 1 }), say('解决了', MEMBER)],
  ['合并 2 到 1 and 合并 1 到 2', say('合并', WANG, { target: 1 }), say('合并', SUN, { other: 1 })],
  ['合并 2 到 1 and 合并 1 到 3', say('合并', WANG, { target: 1 }), say('合并', SUN, { other: 2 })],
  ['接 1 twice', say('接', WANG), say('接', SUN)],
];

describe('two at the same moment', () => {
  it.each(PAIRS)('%s lose no ticket, whoever is first', { timeout: 60_000 }, async (_, one, two) => {
    const opening = say('帮我记一下', MEMBER);
    for (let tried = 0; tried < TRIES; tried++) {
      const steps = [opening, opening, opening, { kind: 'together' as const, one, two }];
      await play(stage, { start: 0, steps }, openTally());
    }
  });
});
