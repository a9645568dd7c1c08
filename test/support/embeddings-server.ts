import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in answers: `hangs` never does, `odd` gives vectors of another length. */
export type Mood = 'fine' | 'slow' | 'fault' | 'garbage' | 'hangs' | 'odd';

export interface EmbeddingsServer {
  url: string;
  mood: Mood;
  /** The texts of every request so far, and the key each came with. */
  requests: { texts: string[]; model: string; key: string | undefined }[];
  /** All texts that ever came in. */
  heard(): string[];
  close(): Promise<void>;
}

const SLOW_MS = 900;
const LENGTH = 512;

/** Characters and their pairs, each in a slot of its own as far as there are enough: a poor but honest meaning. */
export function meaningOf(text: string, length = LENGTH): number[] {
  const numbers = new Array<number>(length).fill(0.001);
  const signs = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  signs.forEach((sign, at) => {
    for (const token of [sign, sign + (signs[at + 1] ?? '')]) {
      let hash = 7;
      for (const each of token) hash = (Math.imul(hash, 31) + (each.codePointAt(0) ?? 0)) >>> 0;
      numbers[hash % length] = (numbers[hash % length] ?? 0) + [...token].length;
    }
  });
  return numbers;
}

function answer(response: ServerResponse, mood: Mood, texts: readonly string[]): void {
  if (mood === 'hangs') return;
  if (mood === 'fault') return void response.writeHead(500).end('no');
  if (mood === 'garbage') return void response.end('{"data":[{"index":0,"embedding":["a"]}]}');
  const length = mood === 'odd' ? LENGTH / 2 : LENGTH;
  const data = texts.map((text, index) => ({ index, embedding: meaningOf(text, length) })).reverse();
  const send = () => response.end(JSON.stringify({ object: 'list', data }));
  if (mood === 'slow') setTimeout(send, SLOW_MS).unref();
  else send();
}

/** An embeddings endpoint on loopback. `synonyms` says what it understands under a text beyond its characters. */
export async function openEmbeddingsServer(synonyms: Record<string, string> = {}): Promise<EmbeddingsServer> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += String(chunk);
    });
    request.on('end', () => {
      const { input, model } = JSON.parse(body) as { input: string[]; model: string };
      opened.requests.push({ texts: input, model, key: request.headers.authorization });
      answer(
        response,
        opened.mood,
        input.map(text => synonyms[text] ?? text),
      );
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const opened: EmbeddingsServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    mood: 'fine',
    requests: [],
    heard: () => opened.requests.flatMap(request => request.texts),
    close() {
      server.closeAllConnections();
      return new Promise(done => server.close(() => done()));
    },
  };
  return opened;
}
