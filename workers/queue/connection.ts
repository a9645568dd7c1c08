import { Redis } from 'ioredis';
import type { Log } from '../../src/log.ts';
import type { Secret } from '../../src/redact.ts';

/** Tells an outage of Redis once, and its end once, however many connections notice it. */
export interface OutageLog {
  noticed(error: unknown): void;
  over(): void;
}

const AWAY = /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|Connection is closed|LOADING/;

function isAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return AWAY.test(`${code} ${error instanceof Error ? error.message : ''}`);
}

/** Connection faults of one outage make one line; any other fault makes its own. */
export function createOutageLog(log: Log, redis: Secret): OutageLog {
  let isOut = false;
  return {
    noticed(error) {
      if (!isAway(error)) {
        log.warn({ error: error instanceof Error ? error.message : String(error) }, 'queue fault');
      } else if (!isOut) {
        isOut = true;
        log.warn({ redis: String(redis) }, 'Redis does not answer; jobs wait until it does');
      }
    },
    over() {
      if (isOut) log.info({ redis: String(redis) }, 'Redis answers again');
      isOut = false;
    },
  };
}

/** A connection that never gives up: it tries again at least every two seconds. */
export function openRedis(redis: Secret, outage: OutageLog): Redis {
  const connection = new Redis(redis.reveal(), {
    // BullMQ's blocking reads must outlive an outage.
    maxRetriesPerRequest: null,
    retryStrategy: times => Math.min(100 * times, 2000),
  });
  connection.on('error', error => outage.noticed(error));
  connection.on('ready', () => outage.over());
  return connection;
}

/** True once the connection is ready, false when it is not within `ms`. */
export function isReadyWithin(connection: Redis, ms: number): Promise<boolean> {
  if (connection.status === 'ready') return Promise.resolve(true);
  return new Promise(resolve => {
    const end = (isReady: boolean) => {
      clearTimeout(timer);
      connection.off('ready', ready);
      resolve(isReady);
    };
    const ready = () => end(true);
    const timer = setTimeout(() => end(false), ms);
    connection.once('ready', ready);
  });
}
