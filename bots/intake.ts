import type { Db } from '../db/connect.ts';
import { type Received, storeMessages } from '../db/messages.ts';

/** Stores what is heard, many at once: all that arrives in one turn of the event loop goes into one transaction. */
export interface Intake {
  /** Resolves once the message is safely stored: true when it is new, false for a delivery seen before. */
  store(received: Received): Promise<boolean>;
}

interface Waiting {
  received: Received;
  resolve(isNew: boolean): void;
  reject(error: unknown): void;
}

/** More rows in one statement than this run into the engines' limits of parameters. */
const MOST_AT_ONCE = 500;

/** Opens the intake of one database; each message is acknowledged only after its commit. */
export function openIntake(db: Db): Intake {
  let waiting: Waiting[] = [];
  let isFlushing = false;

  async function flush(): Promise<void> {
    isFlushing = true;
    while (waiting.length) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      try {
        const isNew = await storeMessages(
          db,
          batch.map(each => each.received),
        );
        for (const each of batch) each.resolve(isNew.has(each.received.message.id));
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
    }
    isFlushing = false;
  }

  return {
    store(received) {
      return new Promise((resolve, reject) => {
        waiting.push({ received, resolve, reject });
        if (waiting.length === 1 && !isFlushing) setImmediate(() => void flush());
      });
    },
  };
}
