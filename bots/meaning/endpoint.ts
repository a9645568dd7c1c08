import type { EmbeddingsSettings } from '../../src/embeddings-settings.ts';
import { Failure } from '../../src/errors.ts';
import type { Vector } from '../../src/understanding/meaning/vector.ts';
import { embeddingsCall, vectorsIn } from '../../src/understanding/meaning/wire.ts';

/** The operator's endpoint that turns texts into vectors. */
export interface Endpoint {
  /** One vector a text, within so long; throws a Failure whose sentence holds no text. */
  embed(texts: readonly string[], withinMs: number): Promise<Vector[]>;
}

const failed = (says: string): Failure => new Failure('server-missing', says);

const sentenceFor = (error: unknown, withinMs: number): string =>
  error instanceof Error && error.name === 'TimeoutError'
    ? `it did not answer within ${withinMs} ms`
    : 'it cannot be reached';

async function answerOf(response: Response): Promise<unknown> {
  if (response.ok)
    return response.json().catch(error => (error instanceof SyntaxError ? null : Promise.reject(error)));
  await response.body?.cancel();
  throw failed(`it answers ${response.status}`);
}

/** Opens the client of one endpoint; nothing is sent yet. */
export function openEndpoint(settings: EmbeddingsSettings): Endpoint {
  return {
    async embed(texts, withinMs) {
      const { address, ...call } = embeddingsCall(settings, texts);
      try {
        const answer = await answerOf(
          await fetch(address, { ...call, signal: AbortSignal.timeout(withinMs) }),
        );
        const vectors = vectorsIn(answer, texts.length);
        if (vectors) return vectors;
      } catch (error) {
        throw error instanceof Failure ? error : failed(sentenceFor(error, withinMs));
      }
      throw failed('its answer holds no embeddings');
    },
  };
}
