import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { GatewayAct } from '../../scripts/gateway.ts';

const reply = z.union([
  z.object({ ready: z.string() }),
  z.object({ done: z.string().nullable() }),
  z.object({ refused: z.string() }),
  z.object({ said: z.looseObject({ id: z.string(), text: z.string(), kind: z.string() }) }),
]);
type Reply = z.infer<typeof reply>;

/** An address on loopback that nobody listens on. */
export async function freeEndpoint(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** A real gateway (gRPC, TLS) with an empty chat world behind it, in a process of its own that can be killed. */
export async function spawnGateway(endpoint: string, token: string) {
  const args = ['--import', 'tsx', 'scripts/gateway.ts', '--endpoint', endpoint, '--token', token];
  const child = spawn(process.execPath, [...args, '--heartbeat-ms', '1000'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: Reply[] = [];
  const answers: ((line: Reply) => void)[] = [];
  const next = () => new Promise<Reply>(resolve => answers.push(resolve));
  const ready = next();
  createInterface({ input: child.stdout }).on('line', line => {
    const read = reply.parse(JSON.parse(line));
    if ('said' in read) said.push(read);
    else answers.shift()?.(read);
  });
  await ready;
  return {
    child,
    said,
    async act(asked: GatewayAct): Promise<string> {
      const answered = next();
      child.stdin.write(`${JSON.stringify(asked)}\n`);
      const read = await answered;
      if (!('done' in read)) throw new Error(JSON.stringify(read));
      return read.done ?? '';
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
