import { parse, v5 } from 'uuid';
import type { ExportItem, ExportMessage } from './export-item.ts';

/** The same thing of the same chat gets the same id in every conversion. */
const NAMESPACE = parse('5c0d8f3e-7a53-4c1e-9d1c-2f6f8f0f4b7a');
const encoder = new TextEncoder();
export const idFor = (...of: string[]): string => v5(encoder.encode(of.join('\u0000')), NAMESPACE);

export interface SeenPerson {
  id: string;
  name: string;
  nicknames: Set<string>;
  /** The chat calls them owner or admin of a group. */
  isKeeper: boolean;
}

export interface SeenGroup {
  id: string;
  name: string;
  /** Ids of people → people; those who only appear in the chat's own lines are left out. */
  members: Map<string, SeenPerson>;
  first: Date | null;
  last: Date | null;
  /** When it was exported, where the export says. */
  seenUntil: Date | null;
}

/** Where in its files an export is being read: whose group, which chat, how often the same words came in a row. */
export interface Place {
  platform: string;
  group: SeenGroup | null;
  madeAt: Date | null;
  lastKey: string;
  again: number;
}

export const startOfFile = (): Place => ({
  platform: 'chat',
  group: null,
  madeAt: null,
  lastKey: '',
  again: 0,
});

/** All people and groups that an export shows. */
export interface Seen {
  groups: Map<string, SeenGroup>;
  people: Map<string, SeenPerson>;
  /** Ids of groups and people by what the chat calls them, so that each is made once. */
  ids: Map<string, string>;
}

export const nothingSeen = (): Seen => ({ groups: new Map(), people: new Map(), ids: new Map() });

/** The id of a group or person of a chat. */
export function idOnce(seen: Seen, kind: 'group' | 'person', platform: string, id: string): string {
  const name = `${kind}\u0000${platform}\u0000${id}`;
  const known = seen.ids.get(name);
  if (known !== undefined) return known;
  const made = idFor(kind, platform, id);
  seen.ids.set(name, made);
  return made;
}

const UNNAMED = { id: '未命名的群', name: '未命名的群' };

function groupFor(seen: Seen, place: Place, given: { id: string; name: string }): SeenGroup {
  const id = idOnce(seen, 'group', place.platform, given.id);
  const group: SeenGroup = seen.groups.get(id) ?? {
    id,
    name: given.name,
    members: new Map(),
    first: null,
    last: null,
    seenUntil: null,
  };
  seen.groups.set(id, group);
  const { madeAt } = place;
  if (madeAt && (!group.seenUntil || madeAt > group.seenUntil)) group.seenUntil = madeAt;
  return group;
}

function personFor(
  seen: Seen,
  place: Place,
  given: { id: string; name: string; nickname: string | null },
): SeenPerson {
  const id = idOnce(seen, 'person', place.platform, given.id);
  const person = seen.people.get(id) ?? {
    id,
    name: given.name,
    nicknames: new Set<string>(),
    isKeeper: false,
  };
  if (given.nickname) person.nicknames.add(given.nickname);
  seen.people.set(id, person);
  return person;
}

/** The group a message was said in. */
export const groupOf = (seen: Seen, place: Place, item: ExportMessage): SeenGroup =>
  item.group ? groupFor(seen, place, item.group) : (place.group ?? groupFor(seen, place, UNNAMED));

/** Follows what holds for all that comes after in the same file. */
export function follow(seen: Seen, place: Place, item: ExportItem): void {
  if (item.what === 'made') place.madeAt = item.at;
  if (item.what !== 'group') return;
  place.platform = item.platform || 'chat';
  place.group = groupFor(seen, place, item);
}

/** Notes who and what an item shows. */
export function gather(seen: Seen, place: Place, item: ExportItem): void {
  follow(seen, place, item);
  if (item.what === 'member') {
    const person = personFor(seen, place, item);
    person.isKeeper ||= item.isKeeper;
    place.group?.members.set(person.id, person);
  }
  if (item.what !== 'message') return;
  const group = groupOf(seen, place, item);
  const person = personFor(seen, place, item.sender);
  if (item.kind !== 'system') group.members.set(person.id, person);
  if (!group.first || item.at < group.first) group.first = item.at;
  if (!group.last || item.at > group.last) group.last = item.at;
}
