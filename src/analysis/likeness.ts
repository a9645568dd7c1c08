import type { Said } from './said.ts';

/** Of a post that no earlier one is like. */
export const NEVER = -1e9;

/** All greetings of a person are alike; what answers somebody is like nothing. */
export function likenessOf(personId: string, said: Said, fingerprint: string | null): string | null {
  if (said === 'greeting') return `${personId} greeting`;
  return said === 'words' && fingerprint !== null ? `${personId} ${fingerprint}` : null;
}

/** Hands out, in order of time, the day of a person's last post like this one. */
export function createLikenesses() {
  const lastDay = new Map<string, number>();
  return (key: string | null, day: number): number => {
    if (key === null) return NEVER;
    const previous = lastDay.get(key) ?? NEVER;
    lastDay.set(key, day);
    return previous;
  };
}
