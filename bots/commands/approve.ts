import { Failure } from '../../src/errors.ts';
import { notReady } from '../../src/faq/candidate.ts';
import { toCurator } from '../../src/texts.ts';
import { numberedCandidate } from '../desk/find-candidate.ts';
import { publishCandidate } from '../desk/publish-candidate.ts';
import { defineCommand } from './define.ts';

/** 同意: publishes a candidate; nothing is published in any other way. */
export const approve = defineCommand({
  name: 'approve',
  says: ['同意'],
  act: 'see-candidates',
  forWhom: 'staff',
  isPrivateOnly: true,
  needsNumber: true,
  help: '同意 3：这条问答发布',
  async run(turn, words) {
    const candidate = await numberedCandidate(turn, words);
    const why = notReady(candidate);
    if (why) throw new Failure('candidate-state', toCurator.notReady(why, candidate.number));
    await turn.say(await publishCandidate(turn, candidate));
  },
});
