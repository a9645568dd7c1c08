import type { ExportItem, ExportMessage } from './export-item.ts';
import {
  follow,
  gather,
  groupOf,
  idFor,
  idOnce,
  nothingSeen,
  type Place,
  type Seen,
  type SeenGroup,
  startOfFile,
} from './gather-export.ts';
import type { ArchiveLine, LineOf } from './line.ts';

/** The unit that every group belongs to until a roster says better. */
export const DEFAULT_UNIT_ID = idFor('unit');

/** Turns the items of an export into an archive in two readings: `gather` everything, then `messageOf` each message. */
export interface Converter {
  gather(item: ExportItem): void;
  /** A file begins, in either reading. */
  startFile(): void;
  /** Units, people, groups, memberships and observations. */
  head(): Exclude<ArchiveLine, LineOf<'message'>>[];
  /** Null for what is no message, and for a message that an earlier file already had. */
  messageOf(item: ExportItem): LineOf<'message'> | null;
}

const NAMED = /@([^\s@:：,，\u2005]{1,30})/gu;
const CALLED_FIRST = /^\s*([^\s:：,，]{1,30})[:：,，]/u;

function namesIn(text: string): string[] {
  const first = CALLED_FIRST.exec(text)?.[1];
  const names = text.includes('@') ? [...text.matchAll(NAMED)].map(match => match[1] ?? '') : [];
  return first ? [...names, first] : names;
}

/** What the group's people are called; a name that two of them share is left out. */
function callNames(group: SeenGroup): Map<string, string> {
  const names = new Map<string, string | null>();
  for (const person of group.members.values()) {
    for (const name of new Set([person.name, ...person.nicknames])) {
      names.set(name, names.has(name) ? null : person.id);
    }
  }
  return new Map([...names].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])));
}

const groupLine = ({ id, name, members }: SeenGroup): LineOf<'group'> => ({
  type: 'group',
  id,
  name,
  unit: DEFAULT_UNIT_ID,
  kind: 'grassroots',
  size: members.size,
  createdAt: null,
  cadres: [],
  serviceLines: [],
});

const membershipLines = ({ id, members }: SeenGroup): LineOf<'membership'>[] =>
  [...members.values()].map(person => ({
    type: 'membership',
    group: id,
    person: person.id,
    role: 'unknown',
    joinedAt: null,
    leftAt: null,
    ...(person.isKeeper ? { keeper: true } : {}),
  }));

/** Seen from the first message to the export; without its time, only to the last message of the group itself. */
function observationLines({ id, first, last, seenUntil }: SeenGroup): LineOf<'observation'>[] {
  const to = seenUntil && last && seenUntil > last ? seenUntil : last;
  return first && to ? [{ type: 'observation', group: id, from: first, to }] : [];
}

function headOf(seen: Seen): Exclude<ArchiveLine, LineOf<'message'>>[] {
  const groups = [...seen.groups.values()];
  return [
    { type: 'unit', id: DEFAULT_UNIT_ID, name: '未分单位', parent: null, level: '', line: '', leaders: [] },
    ...[...seen.people.values()].map(
      ({ id, name }): LineOf<'person'> => ({ type: 'person', id, name, role: 'unknown', contact: false }),
    ),
    ...groups.map(groupLine),
    ...groups.flatMap(membershipLines),
    ...groups.flatMap(observationLines),
  ];
}

/** A message's id; those without one of their own are told apart by all that they say. */
function messageIdFor(place: Place, group: SeenGroup, item: ExportMessage): string {
  if (item.id !== null) return idFor('message', group.id, item.id);
  const key = [item.sender.id, String(item.at.getTime()), item.kind, item.text ?? ''].join('\u0000');
  place.again = key === place.lastKey ? place.again + 1 : 0;
  place.lastKey = key;
  return idFor('message', group.id, key, String(place.again));
}

/** Whom a message calls by name; every group's names are gathered once. */
function createMentions(): (group: SeenGroup, sender: string, item: ExportMessage) => string[] {
  const calls = new Map<string, Map<string, string>>();
  return (group, sender, item) => {
    if (item.kind !== 'text' || !item.text) return [];
    const names = calls.get(group.id) ?? callNames(group);
    calls.set(group.id, names);
    const mentioned = namesIn(item.text).flatMap(name => names.get(name) ?? []);
    if (mentioned.length === 0) return [];
    return [...new Set(mentioned)].filter(id => id !== sender);
  };
}

/**
 * Exports name whole seconds, some whole minutes: what a group said in the same moment is put a millisecond apart, in
 * the order of the export, so that the order stands in the times and shuffled lines can be put right again.
 */
function createSpacing(): (group: SeenGroup, at: Date) => Date {
  const latest = new Map<SeenGroup, { at: number; again: number }>();
  return (group, at) => {
    const last = latest.get(group);
    const again = last?.at === at.getTime() ? last.again + 1 : 0;
    latest.set(group, { at: at.getTime(), again });
    return again === 0 ? at : new Date(at.getTime() + again);
  };
}

/** `mayOverlap`: several files may hold the same messages, so every id is remembered. */
export function createConverter(mayOverlap: boolean): Converter {
  const seen = nothingSeen();
  const mentionsOf = createMentions();
  const written = new Set<string>();
  const spaced = createSpacing();
  let place = startOfFile();

  return {
    startFile() {
      place = startOfFile();
    },
    gather: item => gather(seen, place, item),
    head: () => headOf(seen),
    messageOf(item) {
      follow(seen, place, item);
      if (item.what !== 'message') return null;
      const group = groupOf(seen, place, item);
      const id = messageIdFor(place, group, item);
      if (mayOverlap && written.has(id)) return null;
      if (mayOverlap) written.add(id);
      const sender = idOnce(seen, 'person', place.platform, item.sender.id);
      return {
        type: 'message',
        id,
        group: group.id,
        sender,
        sentAt: spaced(group, item.at),
        kind: item.kind,
        text: item.text,
        replyTo: item.replyTo === null ? null : idFor('message', group.id, item.replyTo),
        mentions: mentionsOf(group, sender, item),
      };
    },
  };
}
