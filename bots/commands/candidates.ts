import { candidatesFor } from '../../db/curators.ts';
import { toCurator } from '../../src/texts.ts';
import { numberedCandidate } from '../desk/find-candidate.ts';
import { defineCommand } from './define.ts';

/** 待审: what would be answered if a person said so; with a number one of them in full. */
export const candidates = defineCommand({
  name: 'candidates',
  says: ['待审'],
  act: 'see-candidates',
  forWhom: 'staff',
  isPrivateOnly: true,
  help: '看等您点头的问答；待审 3 看全文',
  async run(turn, words) {
    const text =
      words.number === null
        ? toCurator.candidates(await candidatesFor(turn.tx, turn.person))
        : toCurator.candidate(await numberedCandidate(turn, words));
    await turn.say(text);
  },
});
