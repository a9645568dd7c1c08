import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';

const WITHIN_MS = 3000;

const command = (...parts: string[]): string =>
  `*${parts.length}\r\n${parts.map(part => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;

/** Asks a Redis server whether it is there and lets us in; throws a sentence that says why not. */
export function pingRedis(address: string): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(address);
  const to = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) };
  const socket = protocol === 'rediss:' ? connectTls({ ...to, servername: to.host }) : connectPlain(to);
  const logIn = password
    ? command('AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password))
    : '';
  return new Promise<void>((done, fail) => {
    let heard = '';
    socket.setTimeout(WITHIN_MS, () => socket.destroy(new Error('it does not answer')));
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('it hung up')));
    socket.on('data', chunk => {
      heard += chunk.toString('latin1');
      const refused = /^-(.*)\r\n/m.exec(heard);
      if (refused) fail(new Error(`it refuses: ${refused[1]}`));
      else if (heard.includes('+PONG')) done();
    });
    socket.write(`${logIn}${command('PING')}`);
  }).finally(() => socket.destroy());
}
