import { factOf, SUBSTANCE_VERSION } from '../src/analysis/substance.ts';
import type { Message } from '../src/message.ts';
import type { Person } from '../src/people.ts';
import { dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { boundGroups, type Group } from './groups.ts';
import { leadersOf, servingCadresOf, unitsUpward } from './people.ts';
import { messages } from './schema.ts';
import { eventsOf, type PlacedTicket } from './tickets.ts';

/** Who answers for a letter to a unit: one of its groups, and a person who serves there. */
export interface Receiver {
  group: Group;
  person: Person | null;
}

/** Bound groups of the unit; where it has none itself, those of the units below it. */
async function groupsOfUnit(db: Db, unitId: string): Promise<Group[]> {
  const bound = await boundGroups(db);
  const own = bound.filter(group => group.unitId === unitId);
  if (own.length) return own;
  const below: Group[] = [];
  for (const group of bound) if ((await unitsUpward(db, group.unitId)).includes(unitId)) below.push(group);
  return below;
}

const reachedFirst = (persons: readonly Person[]): Person | null =>
  persons.find(person => person.isContact) ?? persons[0] ?? null;

/** The first serving cadre who can be written to, in the order of the unit's groups; else its leader. Null for a unit without groups. */
export async function receiverOf(db: Db, unitId: string, now: Date): Promise<Receiver | null> {
  const found: Receiver[] = [];
  for (const group of await groupsOfUnit(db, unitId)) {
    found.push({ group, person: reachedFirst(await servingCadresOf(db, group.id, now)) });
  }
  const [first] = found;
  if (!first) return null;
  const served = found.find(each => each.person?.isContact) ?? found.find(each => each.person);
  return served ?? { group: first.group, person: reachedFirst(await leadersOf(db, unitId)) };
}

/** Stores the words of a letter as what its writer said in private: retention, deletion and 原文 find them there. */
export async function keepLetterWords(tx: Db, letter: Message): Promise<void> {
  const spoken = { text: letter.text, kind: letter.kind, isCommandToBot: false };
  const fact = factOf(spoken, { label: 'request', confidence: 1 }, SUBSTANCE_VERSION);
  await tx.insert(messages).values({
    ...letter,
    fact,
    label: fact.label,
    fingerprint: fact.fingerprint,
    day: dayOf(letter.sentAt),
    textState: 'kept',
    decidedAt: letter.receivedAt,
    recalledAt: null,
  });
}

/** What was said last when the ticket was closed; null while it is not, or when nothing was said. */
export async function closingWords(db: Db, ticket: PlacedTicket): Promise<string | null> {
  if (ticket.closedAt === null) return null;
  const closing = (await eventsOf(db, ticket)).findLast(event => event.act === 'close');
  return closing?.data.text ?? null;
}
