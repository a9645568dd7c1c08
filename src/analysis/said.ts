import type { Message } from '../message.ts';
import { isOfMembers, type Roster, type Voice, voiceOf } from './roster.ts';

/**
 * How a message counts: `answer` always; `words` and `greeting` once in a window per person and likeness;
 * `filler` (收到, +1 …) and `other` (links, pictures, commands, too short) never.
 */
export type Said = 'answer' | 'words' | 'greeting' | 'filler' | 'other';

/** Counts wherever a formula says messages. */
export const isSubstantive = (said: Said): boolean =>
  said === 'answer' || said === 'words' || said === 'greeting';

/** Fewest Han characters of a message that answers nobody. */
export const LEAST_HAN = 4;

const MEDIA: ReadonlySet<Message['kind']> = new Set(['voice', 'image', 'video', 'file']);

/** A cadre's voice, picture or file: after a need it is an answer whose content is unknown. */
export const isMedia = (message: Message): boolean => MEDIA.has(message.kind);

/** How a message counts, once it is known whether it quotes, mentions or otherwise answers somebody. */
export function saidBy(message: Message, voice: Voice, answersSomebody: boolean): Said {
  const fact = message.fact;
  if (!fact) return 'other';
  if (fact.substance === 'filler') return 'filler';
  if (voice === 'cadre' && isMedia(message)) return answersSomebody ? 'answer' : 'other';
  if (fact.substance !== 'words' && fact.substance !== 'greeting') return 'other';
  if (answersSomebody) return 'answer';
  if (fact.han < LEAST_HAN) return 'other';
  return fact.substance;
}

/** May it be what helped? Words, a link or a file sent to the asker may; 收到, a greeting or a command may not. */
export function isHelpful(message: Message, voice: Voice): boolean {
  if (voice === 'cadre' && isMedia(message)) return true;
  return message.fact?.substance === 'words' || message.fact?.substance === 'broadcast';
}

/** 诉求: a question or a request of a member, by the decision of the program. A repeat delivered twice is one. */
export const isNeed = (message: Message, roster: Roster): boolean =>
  message.fact !== null &&
  message.fact.label !== 'chatter' &&
  message.fact.substance !== 'command' &&
  message.redeliveryOf === null &&
  !message.isPrivate &&
  isOfMembers(voiceOf(roster, message.senderId));
