import type { Contact } from '../../db/contacts.ts';
import { groupById } from '../../db/groups.ts';
import { type FoundMember, membersNamed, sharedGroupId } from '../../db/members.ts';
import { personById } from '../../db/people.ts';
import { servedGroupIds } from '../../db/stand-ins.ts';
import { Failure } from '../../src/errors.ts';
import { isCadre, type Person } from '../../src/people.ts';
import { aboutContacts } from '../../src/texts.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';
import { numberedTicket } from './find-ticket.ts';

type Way = Contact['way'];

const isStaff = ({ role }: Person): boolean => isCadre(role) || role === 'leader';

/** Mentioned, or the member of the ticket whose number was said. */
async function pointedAt(turn: Turn, words: Words): Promise<Person | null> {
  const { tx, message, person } = turn;
  if (words.number !== null)
    return personById(tx, (await numberedTicket(turn, words.number, 'answer-ticket')).requesterId);
  for (const id of message.mentions) {
    const found = id === person.id ? null : await personById(tx, id);
    if (found && found.role !== 'bot') return found;
  }
  return null;
}

/** Of several of one name, those in the group said behind it. */
const inGroupSaid = (found: readonly FoundMember[], said: string): FoundMember[] =>
  said ? found.filter(each => each.groupName.includes(said)) : [...found];

/** By name: of several the question which is asked, and none is guessed. */
async function named(turn: Turn, rest: string, way: Way): Promise<FoundMember> {
  const { tx, person, now, group } = turn;
  const [name = '', said = ''] = rest.replace(/^[和跟@＠]+/u, '').split(/[\s，,。:：]+/u);
  if (!name) throw new Failure('not-understood', aboutContacts.withWhom(way));
  const served = await servedGroupIds(tx, person.id, now);
  const here = group && served.includes(group.id) ? [group.id] : served;
  const all = (await membersNamed(tx, here, name)).filter(each => each.person.id !== person.id);
  const found = inGroupSaid(all, said);
  const [first] = found;
  if (!first) throw new Failure('no-such-person', aboutContacts.notFound(name, way));
  if (new Set(found.map(each => each.person.id)).size === 1) return first;
  const groups = [...new Set(found.map(each => each.groupName))];
  throw new Failure(
    'not-understood',
    groups.length > 1 ? aboutContacts.whichOne(name, groups, way) : aboutContacts.sameGroup(name, way),
  );
}

/** The member a cadre met or called: of one of their groups, and no colleague. */
export async function memberMeant(turn: Turn, words: Words, way: Way): Promise<FoundMember> {
  const { tx, person, now, group } = turn;
  const pointed = await pointedAt(turn, words);
  const served = pointed ? await servedGroupIds(tx, person.id, now) : [];
  const here = served.filter(id => id === group?.id);
  const groupId = pointed
    ? ((await sharedGroupId(tx, here, pointed.id)) ?? (await sharedGroupId(tx, served, pointed.id)))
    : null;
  if (pointed && !groupId) throw new Failure('no-such-person', aboutContacts.notFound(pointed.name, way));
  const found =
    pointed && groupId
      ? { person: pointed, groupId, groupName: (await groupById(tx, groupId))?.name ?? '' }
      : await named(turn, words.rest, way);
  if (isStaff(found.person)) throw new Failure('not-understood', aboutContacts.staffOnly(way));
  return found;
}
