import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { pingRedis } from '../../cli/ping-redis.ts';

let server: Server | undefined;
afterEach(() => new Promise<void>(done => (server ? server.close(() => done()) : done())));

async function answering(answer: (heard: string) => string): Promise<number> {
  server = createServer(socket => socket.on('data', chunk => socket.write(answer(chunk.toString()))));
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

test('a server that answers is there', async () => {
  const port = await answering(() => '+PONG\r\n');
  await expect(pingRedis(`redis://127.0.0.1:${port}`)).resolves.toBeUndefined();
});

test('the password is sent, and a refusal is told', async () => {
  const port = await answering(heard =>
    heard.includes('s3cret') ? '+OK\r\n+PONG\r\n' : '-NOAUTH Authentication required.\r\n',
  );
  await expect(pingRedis(`redis://:s3cret@127.0.0.1:${port}`)).resolves.toBeUndefined();
  await expect(pingRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow('it refuses: NOAUTH');
});

test('nobody there is an error', async () => {
  await expect(pingRedis('redis://127.0.0.1:1')).rejects.toThrow('ECONNREFUSED');
});
