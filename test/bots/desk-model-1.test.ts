import { afterAll, beforeAll, describe, it } from 'vitest';
import { MOST_MS, runShard } from '../support/desk-model/run-shard.ts';
import { openStage, type Stage } from '../support/desk-model/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('any sequence of acts by anybody', () => {
  it(
    'leaves every ticket where plain rules say, loses none, and says nothing twice, at night or to a stranger',
    {
      timeout: MOST_MS,
    },
    () => runShard(stage, 1),
  );
});
