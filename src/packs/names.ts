import type { Voice } from '../analysis/roster.ts';
import type { Said } from '../analysis/said.ts';
import type { ReplyEdge } from '../message.ts';
import { GROUP_KINDS, GROUP_ROLES, PERSON_ROLES } from '../people.ts';

/** The small numbers that stand for words in a pack. New words go to the end; another order is another format. */

export const VOICES: readonly Voice[] = [
  'cadre',
  'official',
  'backbone',
  'volunteer',
  'member',
  'unknown',
  'bot',
];
export const SAIDS: readonly Said[] = ['answer', 'words', 'greeting', 'filler', 'other'];
export const RULES: readonly ReplyEdge['rule'][] = ['quote', 'mention', 'turn'];
export const KINDS = GROUP_KINDS;
export const ROLES = PERSON_ROLES;
export const MEMBER_ROLES = GROUP_ROLES;
export const WAYS = ['visit', 'call'] as const;
export const VERDICTS = ['useful', 'useless'] as const;
export const LABELS = ['question', 'request'] as const;

/** Stands for a word that is not there. */
export const NONE = 255;
/** A day that never was, and one before all others. */
export const NO_DAY = 32_767;
export const NEVER_DAY = -32_768;

/** Hands out the same names again and again: a million groups share a few hundred. */
function createNames(sign: string) {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const nameNew = (number: number): string => {
    for (let next = names.length; next <= number; next++) {
      names.push(`${sign}${next}`);
      numbers.set(`${sign}${next}`, next);
    }
    return names[number] ?? '';
  };
  return {
    nameOf: (number: number): string => names[number] ?? nameNew(number),
    numberOf: (name: string): number | undefined => numbers.get(name),
  };
}

/** People of one pack: `s0`, `s1` …; the same slot in another pack is somebody else. */
export const SLOTS = createNames('s');
/** Messages of one pack. No chat gives an id that begins with a control character. */
export const REFERENCES = createNames('\u0001');
/** Alike posts and alike needs of one pack. */
export const LIKENESSES = createNames('~');
