import type { EmbeddingsSettings } from '../src/embeddings-settings.ts';
import { isNearby } from '../src/nearby.ts';
import { embeddingsCall, vectorsIn } from '../src/understanding/meaning/wire.ts';

/** A model that is still being loaded takes seconds; the bot waits READ_WITHIN_MS of bots/meaning.ts for a question. */
const WITHIN_MS = 10_000;
const SLOW_MS = 300;
const ASKED = '居住证怎么续签';
const CURE = 'start it, or empty NUANQUN_EMBEDDINGS_URL; meanwhile words alone decide';

async function timeOnce(settings: EmbeddingsSettings): Promise<{ ms: number; length: number }> {
  const { address, ...call } = embeddingsCall(settings, [ASKED]);
  const began = performance.now();
  const response = await fetch(address, { ...call, signal: AbortSignal.timeout(WITHIN_MS) });
  if (!response.ok) throw new Error(`it answers ${response.status} for the model ${settings.model}`);
  const [vector] = vectorsIn(await response.json(), 1) ?? [];
  if (!vector) throw new Error('its answer holds no embeddings');
  return { ms: Math.round(performance.now() - began), length: vector.length };
}

const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};

/** Asks the embeddings endpoint for the meaning of one public sentence, twice: the first may have to load the model. */
export async function askEmbeddings(settings: EmbeddingsSettings): Promise<{ ok: boolean; says: string }> {
  const { url, model } = settings;
  const away = isNearby(url) ? '' : '; questions asked of the bot leave this network for it';
  try {
    await timeOnce(settings);
    const { ms, length } = await timeOnce(settings);
    if (ms > SLOW_MS)
      return { ok: false, says: `${url}: took ${ms} ms, more than ${SLOW_MS} ms is not waited for${away}` };
    return { ok: away === '', says: `${url}: ${model} answers ${length} numbers in ${ms} ms${away}` };
  } catch (error) {
    return { ok: false, says: `${url}: ${sentenceOf(error)}; ${CURE}${away}` };
  }
}
