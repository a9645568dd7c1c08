import { appendAudit } from '../../db/audit.ts';
import { addEntry, addVersion, ownEntry } from '../../db/faq.ts';
import { type Candidate, decideCandidate } from '../../db/faq-candidates.ts';
import { unitName } from '../../db/people.ts';
import { Failure } from '../../src/errors.ts';
import { toCurator } from '../../src/texts.ts';
import { dayOf } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** A withdrawn entry is answered again: as it was, or, with another answer, as the unit's own word of this month. */
async function bringBack(turn: Turn, { entryId, answer, unitId }: Candidate): Promise<boolean> {
  const known = entryId ? turn.bot.entries.get(entryId) : undefined;
  if (!known) return false;
  const status = (await ownEntry(turn.tx, known.id))?.status ?? known.status;
  if (status !== 'withdrawn') return false;
  if (answer === known.answer) await addVersion(turn.tx, known, { status: 'verified' });
  else {
    const issuer = await unitName(turn.tx, unitId);
    const said = { answer, issuer, issuedOn: dayOf(turn.now).slice(0, 7), origin: 'approved' as const };
    await addVersion(turn.tx, known, { status: 'verified', ...said });
  }
  return true;
}

async function addNew(turn: Turn, { id, question, answer, unitId }: Candidate): Promise<void> {
  const entry = {
    id,
    question,
    answer,
    phrasings: [],
    issuer: await unitName(turn.tx, unitId),
    issuedOn: dayOf(turn.now).slice(0, 7),
    href: null,
    status: 'verified' as const,
    unitId,
    validFrom: null,
    validTo: null,
    version: 1,
  };
  await addEntry(turn.tx, entry, 'approved');
}

/** Makes a candidate an entry by a person's word, and says so in the audit; what was said of it, to tell that person. */
export async function publishCandidate(turn: Turn, candidate: Candidate): Promise<string> {
  const { tx, now, person } = turn;
  const isBack = await bringBack(turn, candidate);
  if (!isBack) await addNew(turn, candidate);
  const entryId = isBack && candidate.entryId ? candidate.entryId : candidate.id;
  const decided = { state: 'approved' as const, by: person.id, at: now, entryId };
  if (!(await decideCandidate(tx, candidate.id, decided)))
    throw new Failure('candidate-state', toCurator.decided(candidate.number));
  const data = { candidate: candidate.number, source: candidate.source };
  await appendAudit(tx, { byId: person.id, act: 'approve-faq', thing: `faq/${entryId}`, data }, now);
  return isBack
    ? toCurator.approvedEverywhere(candidate.number)
    : toCurator.approved(candidate.number, await unitName(tx, candidate.unitId));
}
