import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Failure } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { readAssets } from './assets.ts';
import type { DemoFace } from './face.ts';
import { demoRoutes } from './routes.tsx';

/** The demo's page, being served. */
export interface DemoServer {
  /** `http://127.0.0.1:8090` */
  address: string;
  close(): Promise<void>;
}

export interface DemoPort {
  port: number;
  /** Takes any free port where this one is taken. */
  orAnother: boolean;
}

const HOST = '127.0.0.1';

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      const at = server.address();
      resolve(at !== null && typeof at === 'object' ? at.port : port);
    });
  });
}

async function findPort(server: Server, { port, orAnother }: DemoPort): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (orAnother) return listenOn(server, 0);
    throw new Failure('bad-config', `端口 ${port} 已经被占用，请换一个：--port 0 会自己找。`);
  }
}

/** Serves the demo's page on this machine only. Throws a Failure when the port is taken. */
export async function serveDemo(face: DemoFace, where: DemoPort, log: Log): Promise<DemoServer> {
  const app = demoRoutes(face, await readAssets(), log);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const port = await findPort(server, where);
  return {
    address: `http://${HOST}:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
