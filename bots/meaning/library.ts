import { Failure } from '../../src/errors.ts';
import type { FaqEntry } from '../../src/faq.ts';
import { redactPersonal, withoutGaps } from '../../src/redact-personal.ts';
import type { Shelved } from '../../src/understanding/meaning/shelf.ts';
import type { Vector } from '../../src/understanding/meaning/vector.ts';
import { cutAt, readable } from '../../src/understanding/tokens.ts';
import type { Endpoint } from './endpoint.ts';

/** Texts sent at once, and how long their vectors may take; nobody waits for them. */
const BATCH = 64;
const BATCH_WITHIN_MS = 60_000;
/** A question says what it is about in so many characters. */
const SENT_CHARACTERS = 300;

/** The vectors of the wordings of the entries, in memory. */
export interface Library {
  /** Asks for the vectors that are not there yet, and drops those nobody needs; how many were asked for. */
  stock(entries: readonly FaqEntry[]): Promise<number>;
  /** The entries with their vectors, after `stock`. */
  shelf(entries: readonly FaqEntry[]): Shelved[];
  /** The vector of a question, which is not kept. */
  read(text: string, withinMs: number): Promise<Vector>;
  size(): number;
}

/** A text as it may leave the machine: without numbers, homes and mentions that point to a person. */
export const asSent = (text: string): string =>
  cutAt(withoutGaps(redactPersonal(readable(text), [])), SENT_CHARACTERS);

const wordingsOf = ({ question, phrasings }: FaqEntry): string[] =>
  [...new Set([question, ...phrasings].map(asSent))].filter(Boolean);

/** Opens an empty library. */
export function openLibrary(endpoint: Endpoint): Library {
  const vectors = new Map<string, Vector>();
  async function ask(texts: readonly string[], withinMs: number): Promise<Vector[]> {
    const found = await endpoint.embed(texts, withinMs);
    const [known] = vectors.values();
    if (known && found[0]?.length !== known.length) {
      // Another model stands behind the address: nothing of the old one can be compared with it.
      vectors.clear();
      throw new Failure('server-missing', 'its vectors are of another length than before');
    }
    return found;
  }
  return {
    async stock(entries) {
      const needed = new Set(entries.flatMap(wordingsOf));
      for (const text of vectors.keys()) if (!needed.has(text)) vectors.delete(text);
      const missing = [...needed].filter(text => !vectors.has(text));
      for (let at = 0; at < missing.length; at += BATCH) {
        const batch = missing.slice(at, at + BATCH);
        const found = await ask(batch, BATCH_WITHIN_MS);
        batch.forEach((text, place) => {
          const vector = found[place];
          if (vector) vectors.set(text, vector);
        });
      }
      return missing.length;
    },
    shelf: entries =>
      entries.map(entry => ({
        entryId: entry.id,
        wordings: wordingsOf(entry).flatMap(text => vectors.get(text) ?? []),
      })),
    async read(text, withinMs) {
      const [vector] = await ask([text], withinMs);
      if (!vector) throw new Failure('server-missing', 'its answer holds no embeddings');
      return vector;
    },
    size: () => vectors.size,
  };
}
