import { faqThingOf } from '../../db/curators.ts';
import { type Candidate, candidateByNumber } from '../../db/faq-candidates.ts';
import { Failure } from '../../src/errors.ts';
import { can } from '../../src/people.ts';
import { toCurator, toMember } from '../../src/texts.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';

/** The pending candidate a person names by its number; the right is asked here, where the act happens. */
export async function numberedCandidate(turn: Turn, words: Words): Promise<Candidate> {
  const number = words.number ?? 0;
  const candidate = await candidateByNumber(turn.tx, number);
  if (!candidate) throw new Failure('no-such-candidate', toCurator.noSuchCandidate(number));
  const isTheirs = can(turn.person, 'curate-faq', await faqThingOf(turn.tx, candidate.unitId));
  if (!isTheirs) throw new Failure('not-allowed', toMember.notYours());
  if (candidate.state !== 'pending') throw new Failure('candidate-state', toCurator.decided(number));
  return candidate;
}
