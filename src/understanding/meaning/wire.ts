import { z } from 'zod';
import type { EmbeddingsSettings } from '../../embeddings-settings.ts';
import { toUnit, type Vector } from './vector.ts';

const MOST_NUMBERS = 16_384;

const answerSchema = z.object({
  data: z.array(
    z.object({
      index: z.int().nonnegative().optional(),
      embedding: z.array(z.number()).min(2).max(MOST_NUMBERS),
    }),
  ),
});

/** The request for the meaning of some texts, as OpenAI spells it and Ollama and others understand it. */
export const embeddingsCall = ({ url, model, key }: EmbeddingsSettings, texts: readonly string[]) => ({
  address: `${url}/embeddings`,
  method: 'POST',
  // Texts go where the operator said, and nowhere else.
  redirect: 'error' as const,
  headers: {
    'content-type': 'application/json',
    ...(key ? { authorization: `Bearer ${key.reveal()}` } : {}),
  },
  body: JSON.stringify({ model, input: texts }),
});

/** The vectors of an answer, in the order of the texts and of one dimension; null when it is not that. */
export function vectorsIn(answer: unknown, count: number): Vector[] | null {
  const read = answerSchema.safeParse(answer);
  if (!read.success || read.data.data.length !== count) return null;
  const placed = new Map<number, Vector>();
  read.data.data.forEach(({ index, embedding }, at) => {
    const vector = toUnit(embedding);
    if (vector) placed.set(index ?? at, vector);
  });
  const vectors = Array.from({ length: count }, (_, at) => placed.get(at) ?? []).flat();
  const isEven = vectors.every(vector => vector.length === vectors[0]?.length);
  return vectors.length === count && isEven ? vectors : null;
}
