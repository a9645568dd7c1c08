import { createHash } from 'node:crypto';
import { putBounded } from './bounded-map.ts';

/** What is remembered of a message so that a later quote of it can be traced; never its words. */
interface Remembered {
  senderId: string;
  whole: string;
  head: string;
}

/** Finds which recent message of a place a quote means. */
export interface QuoteMemory {
  remember(placeId: string, message: { id: string; senderId: string; quotable: string }): void;
  /** Messages that read like the quoted words, newest first. */
  candidates(placeId: string, quotedText: string): { id: string; senderId: string }[];
}

const HEAD_LENGTH = 16;
const bare = (text: string): string => text.replace(/[\s\u2005]+/g, '');
const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Bounded memory of fingerprints: `perPlace` messages in each of at most `places` groups. */
export function createQuoteMemory(perPlace: number, places: number): QuoteMemory {
  const memory = new Map<string, Map<string, Remembered>>();
  return {
    remember(placeId, { id, senderId, quotable }) {
      const text = bare(quotable);
      const place = memory.get(placeId) ?? new Map<string, Remembered>();
      const entry = { senderId, whole: fingerprint(text), head: fingerprint(text.slice(0, HEAD_LENGTH)) };
      putBounded(place, id, entry, perPlace);
      putBounded(memory, placeId, place, places);
    },
    candidates(placeId, quotedText) {
      const cut = /(…|\.\.\.)$/.exec(quotedText);
      const text = bare(cut ? quotedText.slice(0, cut.index) : quotedText);
      const whole = fingerprint(bare(quotedText));
      // Bridges shorten long quotes; the first words must then do.
      const head = cut && text.length >= HEAD_LENGTH ? fingerprint(text.slice(0, HEAD_LENGTH)) : null;
      return [...(memory.get(placeId) ?? [])]
        .filter(([, entry]) => entry.whole === whole || entry.head === head)
        .map(([id, entry]) => ({ id, senderId: entry.senderId }))
        .reverse();
    },
  };
}
