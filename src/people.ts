/** People and what they may do. Rights are asked where the act happens: `can(person, act, thing)`. */

export const PERSON_ROLES = [
  'cadre-full-time',
  'cadre-part-time',
  'leader',
  'backbone',
  'volunteer',
  'member',
  'bot',
  'unknown',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
export const GROUP_ROLES = ['cadre', 'backbone', 'volunteer', 'member', 'bot', 'unknown'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];
export const GROUP_KINDS = ['grassroots', 'office', 'notice'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export interface Person {
  id: string;
  name: string;
  role: PersonRole;
  /** A friend of the bot's account; only friends can be written to in private. */
  isContact: boolean;
}

export const isCadre = (role: PersonRole): boolean =>
  role === 'cadre-full-time' || role === 'cadre-part-time';

/** Everything that may be asked of a thing, each answered in one line below. */
export type Act =
  | 'ask'
  | 'open-ticket'
  | 'see-progress'
  | 'confirm-ticket'
  | 'reopen-ticket'
  | 'rate-ticket'
  | 'withdraw-ticket'
  | 'accept-ticket'
  | 'transfer-ticket'
  | 'wait-ticket'
  | 'answer-ticket'
  | 'close-ticket'
  | 'acknowledge-ticket'
  | 'see-digest'
  | 'extend-ticket'
  | 'link-ticket'
  | 'assign-ticket'
  | 'instruct-ticket'
  | 'see-raw-text'
  | 'see-own-data'
  | 'see-own-tickets'
  | 'log-contact'
  | 'stand-in'
  | 'see-own-ratings'
  | 'decide-appeal'
  | 'see-own-survey'
  | 'order-improvement'
  | 'straight-up'
  | 'report-gap'
  | 'see-candidates'
  | 'curate-faq';

/** What the act touches, with the facts a right depends on. */
export interface Thing {
  requesterId?: string;
  assigneeId?: string | null;
  /** Cadres bound to the thing's group, or to any group of its unit, stand-ins included. */
  cadreIds?: readonly string[];
  /** Leaders of the thing's unit and of the units above it. */
  leaderIds?: readonly string[];
  /** Whom it is kept from, whatever else they may: the rated cadre from a call-back. */
  keptFromIds?: readonly string[];
}

const isRequester = (person: Person, thing: Thing) => thing.requesterId === person.id;
const isStaff = (person: Person) => isCadre(person.role) || person.role === 'leader';
const isAssignee = (person: Person, thing: Thing) => isStaff(person) && thing.assigneeId === person.id;
const servesGroup = (person: Person, thing: Thing) =>
  isAssignee(person, thing) || (isCadre(person.role) && (thing.cadreIds?.includes(person.id) ?? false));
const leadsUnit = (person: Person, thing: Thing) =>
  person.role === 'leader' && (thing.leaderIds?.includes(person.id) ?? false);
const anyPerson = (person: Person) => person.role !== 'bot';

const RIGHTS: Record<Act, (person: Person, thing: Thing) => boolean> = {
  ask: anyPerson,
  'open-ticket': anyPerson,
  'see-own-data': anyPerson,
  'see-own-tickets': isStaff,
  'log-contact': person => isCadre(person.role),
  'stand-in': person => isCadre(person.role),
  'see-own-ratings': person => isCadre(person.role),
  'order-improvement': person => person.role === 'leader',
  'see-progress': (person, thing) =>
    isRequester(person, thing) || servesGroup(person, thing) || leadsUnit(person, thing),
  'confirm-ticket': isRequester,
  'reopen-ticket': isRequester,
  'rate-ticket': isRequester,
  'withdraw-ticket': isRequester,
  'straight-up': isRequester,
  'report-gap': person => isCadre(person.role),
  'accept-ticket': servesGroup,
  'transfer-ticket': servesGroup,
  'wait-ticket': servesGroup,
  'answer-ticket': servesGroup,
  'close-ticket': servesGroup,
  'extend-ticket': servesGroup,
  'link-ticket': servesGroup,
  'assign-ticket': leadsUnit,
  'instruct-ticket': leadsUnit,
  'see-raw-text': (person, thing) => isRequester(person, thing) || isAssignee(person, thing),
  'decide-appeal': leadsUnit,
  'see-own-survey': isStaff,
  'acknowledge-ticket': leadsUnit,
  'see-digest': leadsUnit,
  'see-candidates': isStaff,
  'curate-faq': (person, thing) => servesGroup(person, thing) || leadsUnit(person, thing),
};

/** What whoever asked for a thing does about it themselves. */
const REQUESTERS_ACTS: readonly Act[] = [
  'see-progress',
  'confirm-ticket',
  'reopen-ticket',
  'rate-ticket',
  'withdraw-ticket',
  'straight-up',
];

/** May this person do this to that thing? Who is kept from it may speak of it only as the one who asked. */
export function can(person: Person, act: Act, thing: Thing = {}): boolean {
  const isKeptFrom = thing.keptFromIds?.includes(person.id) ?? false;
  if (isKeptFrom && !(isRequester(person, thing) && REQUESTERS_ACTS.includes(act))) return false;
  return RIGHTS[act](person, thing);
}
