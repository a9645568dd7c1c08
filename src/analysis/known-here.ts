import type { GroupWindow } from './window.ts';

/**
 * Whether a person is one of the group's people: a member of it, linked to or met by its cadres, or heard in it. Where the
 * members are not known everybody is. A matter without a word behind it, of somebody unknown here, helps nobody of this group.
 */
export function isKnownHere(
  { timeline, lastDay }: Pick<GroupWindow, 'timeline' | 'lastDay'>,
  personId: string,
): boolean {
  const { members, links, contacts } = timeline.history;
  if (members.length === 0) return true;
  return (
    members.some(member => member.personId === personId) ||
    links.some(link => link.personId === personId) ||
    contacts.some(contact => contact.personId === personId) ||
    (timeline.firstHeard.get(personId) ?? Number.POSITIVE_INFINITY) <= lastDay
  );
}
