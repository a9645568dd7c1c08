import { afterEach, beforeEach, expect, test } from 'vitest';
import { askEmbeddings } from '../../cli/ask-embeddings.ts';
import { secret } from '../../src/redact.ts';
import { type EmbeddingsServer, openEmbeddingsServer } from '../support/embeddings-server.ts';

let server: EmbeddingsServer;
beforeEach(async () => {
  server = await openEmbeddingsServer();
});
afterEach(() => server.close());
const ask = () => askEmbeddings({ url: server.url, model: 'bge-m3', key: secret('k3y') });

test('an endpoint that answers is told with its length and time, and never with its key', async () => {
  const { ok, says } = await ask();
  expect(ok).toBe(true);
  expect(says).toMatch(/bge-m3 answers 512 numbers in \d+ ms$/);
  expect(says).not.toContain('k3y');
  expect(server.requests[0]?.key).toBe('Bearer k3y');
});

test.each([
  ['fault', 'it answers 500 for the model bge-m3'],
  ['garbage', 'its answer holds no embeddings'],
  ['slow', 'more than 300 ms is not waited for'],
] as const)('one that is %s is told with its cure', async (mood, says) => {
  server.mood = mood;
  expect(await ask()).toMatchObject({ ok: false, says: expect.stringContaining(says) });
});

test('nobody there is told', async () => {
  const { ok, says } = await askEmbeddings({ url: 'http://127.0.0.1:1/v1', model: 'm', key: null });
  expect(ok).toBe(false);
  expect(says).toContain('start it, or empty NUANQUN_EMBEDDINGS_URL');
});
