import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { MessageKind } from '../../src/chat.ts';
import { Failure } from '../../src/errors.ts';
import { PERSON_ROLES } from '../../src/people.ts';

/**
 * The phones of the people of the demo: who is in which group and what they see there, as their own telephones would
 * keep it. A file of its own, because the product itself must not keep chatter; the product never reads it.
 */

const Person = z.object({
  is: z.literal('person'),
  id: z.string(),
  name: z.string(),
  role: z.enum(PERSON_ROLES),
  isContact: z.boolean(),
});
const Group = z.object({ is: z.literal('group'), id: z.string(), name: z.string() });
const Belongs = z.object({ is: z.enum(['join', 'leave']), group: z.string(), person: z.string() });
const Message = z.object({
  is: z.literal('message'),
  id: z.string(),
  /** The group, or the person whose private chat with the bot it is. */
  place: z.string(),
  isPrivate: z.boolean(),
  from: z.string(),
  kind: z.custom<MessageKind>(kind => typeof kind === 'string'),
  text: z.string(),
  at: z.string(),
  replyTo: z.string().nullable(),
  /** PNG in base64. */
  picture: z.string().nullable(),
});
const Recall = z.object({ is: z.literal('recall'), id: z.string() });
const PhoneLine = z.discriminatedUnion('is', [Person, Group, Belongs, Message, Recall]);

export type PhoneLine = z.output<typeof PhoneLine>;
export type PhonePerson = Omit<z.output<typeof Person>, 'is'>;
export type PhoneMessage = Omit<z.output<typeof Message>, 'is'>;

/** Messages a place keeps. */
const MOST = 300;

export interface Phones {
  isNew: boolean;
  /** Takes lines in and writes them down, all in one go. */
  put(lines: readonly PhoneLine[]): void;
  people(): PhonePerson[];
  person(id: string): PhonePerson;
  groups(): { id: string; name: string; members: string[] }[];
  /** Oldest first. */
  messages(place: string): PhoneMessage[];
  message(id: string): PhoneMessage | undefined;
}

interface Memory {
  people: Map<string, PhonePerson>;
  groups: Map<string, { id: string; name: string; members: Set<string> }>;
  messages: Map<string, PhoneMessage>;
  places: Map<string, string[]>;
}

function keepMessage(memory: Memory, message: PhoneMessage): void {
  if (memory.messages.has(message.id)) return;
  const place = memory.places.get(message.place) ?? [];
  memory.messages.set(message.id, message);
  memory.places.set(message.place, place);
  place.push(message.id);
  while (place.length > MOST) memory.messages.delete(place.shift() ?? '');
}

function take(memory: Memory, line: PhoneLine): void {
  switch (line.is) {
    case 'person':
      memory.people.set(line.id, line);
      return;
    case 'group':
      memory.groups.set(line.id, { id: line.id, name: line.name, members: new Set() });
      return;
    case 'join':
      memory.groups.get(line.group)?.members.add(line.person);
      return;
    case 'leave':
      memory.groups.get(line.group)?.members.delete(line.person);
      return;
    case 'message':
      keepMessage(memory, line);
      return;
    case 'recall': {
      const message = memory.messages.get(line.id);
      if (message) memory.messages.set(line.id, { ...message, kind: 'recall', text: '', picture: null });
    }
  }
}

/** What the memory holds, as the fewest lines that give it again. */
function* linesOf(memory: Memory): Generator<PhoneLine> {
  for (const person of memory.people.values()) yield { ...person, is: 'person' };
  for (const { id, name, members } of memory.groups.values()) {
    yield { is: 'group', id, name };
    for (const person of members) yield { is: 'join', group: id, person };
  }
  for (const message of memory.messages.values()) yield { ...message, is: 'message' };
}

function readLine(text: string): PhoneLine | null {
  try {
    return PhoneLine.parse(JSON.parse(text));
  } catch {
    // The last line of a program that was killed while writing; the rest is whole.
    return null;
  }
}

const written = (lines: Iterable<PhoneLine>): string =>
  Array.from(lines, line => `${JSON.stringify(line)}\n`).join('');

/** Opens the file, or begins it; what is kept no longer is swept out on the way. */
export function openPhones(file: string): Phones {
  const memory: Memory = { people: new Map(), groups: new Map(), messages: new Map(), places: new Map() };
  const isNew = !existsSync(file);
  mkdirSync(dirname(file), { recursive: true });
  if (!isNew) {
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      const line = text ? readLine(text) : null;
      if (line) take(memory, line);
    }
    writeFileSync(`${file}.new`, written(linesOf(memory)));
    renameSync(`${file}.new`, file);
  }
  return {
    isNew,
    put(lines) {
      for (const line of lines) take(memory, line);
      appendFileSync(file, written(lines));
    },
    people: () => [...memory.people.values()],
    person(id) {
      const person = memory.people.get(id);
      if (!person) throw new Failure('no-such-person', `这里没有 ${id} 这个人。`);
      return person;
    },
    groups: () => [...memory.groups.values()].map(group => ({ ...group, members: [...group.members] })),
    messages: place => (memory.places.get(place) ?? []).flatMap(id => memory.messages.get(id) ?? []),
    message: id => memory.messages.get(id),
  };
}
