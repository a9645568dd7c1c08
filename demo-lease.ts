import { randomUUID } from 'node:crypto';
import type { Db } from './db/connect.ts';
import { dropLease, takeLease } from './db/leases.ts';
import { Failure } from './src/errors.ts';
import type { Clock } from './src/time.ts';

const NAME = 'demo';
const LEASE_MS = 6000;
const RENEW_MS = 2000;
/** A demo that was killed leaves its lease behind; it runs out meanwhile. */
const PATIENCE_MS = 7000;
const AGAIN_MS = 500;

/** Only one demo a folder; `clock` is the real one. The result gives the folder back. */
export async function holdFolder(db: Db, clock: Clock): Promise<() => Promise<void>> {
  const holder = randomUUID();
  const take = () => takeLease(db, NAME, holder, clock.now(), LEASE_MS);
  const until = clock.now().getTime() + PATIENCE_MS;
  while (!(await take())) {
    if (clock.now().getTime() > until) {
      throw new Failure(
        'bad-config',
        'Another demo runs in this folder; stop it, or give --data another folder.',
      );
    }
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS));
  }
  const timer = setInterval(() => void take().catch(() => false), RENEW_MS);
  return async () => {
    clearInterval(timer);
    await dropLease(db, NAME, holder);
  };
}
