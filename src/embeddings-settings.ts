import { z } from 'zod';
import { type Secret, secret } from './redact.ts';
import { address, optional } from './setting-kinds.ts';

/** Where the operator lets the meaning of texts be read. */
export interface EmbeddingsSettings {
  /** Without the slash at its end; `/embeddings` is asked. */
  url: string;
  model: string;
  key: Secret | null;
}

const URL_CURE =
  'give a base address such as http://127.0.0.1:11434/v1, without user and password; a key goes into NUANQUN_EMBEDDINGS_KEY';

/** A key never stands in the address: addresses are printed. */
function isPlain(text: string | undefined): boolean {
  if (text === undefined || !URL.canParse(text)) return true;
  const { username, password, search, hash } = new URL(text);
  return !(username || password || search || hash);
}

/** The settings of the semantic stage, as src/config.ts lists them. */
export const embeddingsShape = {
  NUANQUN_EMBEDDINGS_URL: address(URL_CURE, ['http:', 'https:'])
    .refine(isPlain, URL_CURE)
    .transform(text => text?.replace(/\/+$/, '')),
  NUANQUN_EMBEDDINGS_MODEL: z.string().default('bge-m3'),
  NUANQUN_EMBEDDINGS_KEY: optional.refine(
    text => text === undefined || /^[\x21-\x7e]+$/.test(text),
    'give the key as the endpoint’s operator wrote it, without spaces',
  ),
};

/** The settings together; null when the stage is off. */
export function embeddingsOf(values: {
  NUANQUN_EMBEDDINGS_URL?: string | undefined;
  NUANQUN_EMBEDDINGS_MODEL: string;
  NUANQUN_EMBEDDINGS_KEY?: string | undefined;
}): EmbeddingsSettings | null {
  const {
    NUANQUN_EMBEDDINGS_URL: url,
    NUANQUN_EMBEDDINGS_MODEL: model,
    NUANQUN_EMBEDDINGS_KEY: key,
  } = values;
  return url ? { url, model, key: key ? secret(key) : null } : null;
}
