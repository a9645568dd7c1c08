import type { GroupRole, PersonRole } from '../people.ts';

/**
 * In which capacity somebody speaks in one group: its cadre (stand-ins included), `official` for a leader or a
 * cadre of other groups, the rest as declared. Unknown stays unknown, and is read as one of the members.
 */
export type Voice = 'cadre' | 'official' | 'backbone' | 'volunteer' | 'member' | 'unknown' | 'bot';

/** Who speaks in which capacity, by person id. */
export type Roster = Pick<ReadonlyMap<string, Voice>, 'get' | 'has' | 'values'>;

interface Declared {
  cadreIds: readonly string[];
  members: readonly { personId: string; role: GroupRole }[];
  roles: ReadonlyMap<string, PersonRole>;
}

function voiceFor(personRole: PersonRole, groupRole: GroupRole): Voice {
  if (personRole === 'bot' || groupRole === 'bot') return 'bot';
  if (groupRole === 'cadre') return 'cadre';
  if (personRole === 'leader' || personRole.startsWith('cadre-')) return 'official';
  if (personRole === 'backbone' || groupRole === 'backbone') return 'backbone';
  if (personRole === 'volunteer' || groupRole === 'volunteer') return 'volunteer';
  return personRole === 'member' || groupRole === 'member' ? 'member' : 'unknown';
}

/** The roster of one group from what was declared of it. */
export function rosterOf({ cadreIds, members, roles }: Declared): Map<string, Voice> {
  const roster = new Map<string, Voice>();
  for (const [personId, role] of roles) roster.set(personId, voiceFor(role, 'unknown'));
  for (const { personId, role } of members) {
    roster.set(personId, voiceFor(roles.get(personId) ?? 'unknown', role));
  }
  for (const personId of cadreIds) roster.set(personId, 'cadre');
  return roster;
}

export const voiceOf = (roster: Roster, personId: string): Voice => roster.get(personId) ?? 'unknown';

/** 群众: everybody whom the group is there for, volunteers and backbone included. */
export const isOfMembers = (voice: Voice): boolean =>
  voice === 'member' || voice === 'unknown' || voice === 'backbone' || voice === 'volunteer';
