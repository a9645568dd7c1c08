import type { Message } from '../message.ts';
import { type Roster, voiceOf } from './roster.ts';

const EVERYBODY = /@(?:所有人|全体成员|all\b)/iu;
const NAMED = /@([^\s@:：,，]{1,30})/gu;
const CALLED_FIRST = /^\s*([^\s:：,，]{1,30})[:：,，]/u;

function namedIn(text: string, namesOf: ReadonlyMap<string, string>): string[] {
  const names = text.includes('@') ? [...text.matchAll(NAMED)].map(match => match[1] ?? '') : [];
  const first = CALLED_FIRST.exec(text)?.[1];
  if (first) names.push(first);
  return names.flatMap(name => namesOf.get(name) ?? []);
}

/**
 * The people a message speaks to, the bot and the speaker left out; @所有人 speaks to nobody in particular.
 * Where the chat carries no mentions, `@名` anywhere and `nick:` at the start are looked up in `namesOf`.
 */
export function mentionedBy(
  message: Message,
  roster: Roster,
  namesOf?: ReadonlyMap<string, string>,
): string[] {
  const text = message.text ?? '';
  if (text.includes('@') && EVERYBODY.test(text)) return [];
  const carried =
    message.mentions.length === 0 && namesOf && message.kind === 'text'
      ? namedIn(text, namesOf)
      : message.mentions;
  if (carried.length === 0) return [];
  return [...new Set(carried)].filter(
    personId => personId !== message.senderId && voiceOf(roster, personId) !== 'bot',
  );
}
