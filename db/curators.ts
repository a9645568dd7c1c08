import { can, type Person, type Thing } from '../src/people.ts';
import type { Db } from './connect.ts';
import { type Candidate, pendingCandidates } from './faq-candidates.ts';
import { cadresOfUnit, leadersUpward } from './people.ts';

/** Who may publish for a unit: cadres bound to a group of it, its leaders and those above; everybody once. */
export async function curatorsOf(db: Db, unitId: string): Promise<Person[]> {
  const all = [...(await cadresOfUnit(db, unitId)), ...(await leadersUpward(db, unitId))];
  return [...new Map(all.map(person => [person.id, person])).values()];
}

/** What the right to publish for a unit depends on. */
export async function faqThingOf(db: Db, unitId: string): Promise<Thing> {
  const cadres = await cadresOfUnit(db, unitId);
  const leaders = await leadersUpward(db, unitId);
  return { cadreIds: cadres.map(person => person.id), leaderIds: leaders.map(person => person.id) };
}

/** Pending candidates this person may decide upon, the oldest first. */
export async function candidatesFor(db: Db, person: Person): Promise<Candidate[]> {
  const all = await pendingCandidates(db);
  const mine = new Set<string>();
  for (const unitId of new Set(all.map(candidate => candidate.unitId))) {
    if (can(person, 'curate-faq', await faqThingOf(db, unitId))) mine.add(unitId);
  }
  return all.filter(candidate => mine.has(candidate.unitId));
}
