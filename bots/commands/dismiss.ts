import { appendAudit } from '../../db/audit.ts';
import { decideCandidate } from '../../db/faq-candidates.ts';
import { toCurator } from '../../src/texts.ts';
import { numberedCandidate } from '../desk/find-candidate.ts';
import { defineCommand } from './define.ts';

/** 不要: the candidate goes, and is not proposed again. */
export const dismiss = defineCommand({
  name: 'dismiss',
  says: ['不要'],
  act: 'see-candidates',
  forWhom: 'staff',
  isPrivateOnly: true,
  needsNumber: true,
  help: '不要 3：这条问答不要',
  async run(turn, words) {
    const { tx, now, person } = turn;
    const { id, number } = await numberedCandidate(turn, words);
    await decideCandidate(tx, id, { state: 'dismissed', by: person.id, at: now });
    const thing = `faq-candidate/${number}`;
    await appendAudit(tx, { byId: person.id, act: 'dismiss-faq', thing, data: {} }, now);
    await turn.say(toCurator.dismissed(number));
  },
});
