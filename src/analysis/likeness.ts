import type { Said } from './said.ts';

/** Of a post that no earlier one is like. */
export const NEVER = -1e9;

/** All greetings of a person are alike; what answers somebody is like nothing. */
function likenessOf(said: Said, fingerprint: string | null): string | null {
  // No fingerprint is spelt with a sign.
  if (said === 'greeting') return '#greeting';
  return said === 'words' ? fingerprint : null;
}

/** Hands out, in order of time, the day of a person's last post like this one. */
export function createLikenesses() {
  const daysOf = new Map<string, Map<string, number>>();
  return (personId: string, post: { said: Said; fingerprint: string | null }, day: number): number => {
    const key = likenessOf(post.said, post.fingerprint);
    if (key === null) return NEVER;
    const lastDay = daysOf.get(personId) ?? new Map<string, number>();
    if (lastDay.size === 0) daysOf.set(personId, lastDay);
    const previous = lastDay.get(key) ?? NEVER;
    lastDay.set(key, day);
    return previous;
  };
}
