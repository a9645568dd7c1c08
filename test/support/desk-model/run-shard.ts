import fc from 'fast-check';
import { dialect } from '../../../db/columns.ts';
import { play } from './play.ts';
import { scripts } from './script.ts';
import type { Stage } from './stage.ts';
import { openTally, sayTally } from './tally.ts';

const asked = process.env['NUANQUN_TEST_SEQUENCES'];
/** As many as a run of all tests has time for; `npm run model` asks for ten thousand. */
const SEQUENCES = Number(asked ?? (dialect === 'sqlite' ? 400 : 160));
const SHARDS = 2;
/** Ten thousand take a while, and what fails there is played again and again until it is short. */
export const MOST_MS = 7_200_000;

/** Plays this shard's share of the sequences; fast-check shrinks what fails to the shortest that still does. */
export async function runShard(stage: Stage, shard: number): Promise<void> {
  const tally = openTally();
  const began = performance.now();
  const each = fc.asyncProperty(scripts, script => play(stage, script, tally));
  await fc.assert(each, {
    numRuns: Math.ceil(SEQUENCES / SHARDS),
    seed: 20_261_124 + shard,
    // Shrinking takes its time, which a run of all tests does not have; the same seed fails the same way in `npm run model`.
    endOnFailure: asked === undefined,
  });
  const perSequence = Math.round((performance.now() - began) / Math.max(1, tally.sequences));
  if (asked) process.stdout.write(`${dialect}, ${perSequence} ms each: ${sayTally(tally)}`);
}
