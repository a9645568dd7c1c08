import type { Log } from '../src/log.ts';
import type { Clock } from '../src/time.ts';
import { type Patience, USUAL_PATIENCE } from './wechaty/patience.ts';
import { within } from './wechaty/within.ts';

export type { Patience } from './wechaty/patience.ts';

/** What is kept alive. */
export interface Line {
  /** Ends what there is and begins anew; attempt counts from 1. May hang or reject. */
  restart(attempt: number): Promise<void>;
  isLoggedIn(): boolean;
  /** Asks the far end for a sign of life, which is reported through `heard`. */
  ding(): void;
}

/** A time in which the bot may have missed what was said. */
export interface Gap {
  from: Date;
  to: Date;
  reason: string;
}

export interface SuperviseOptions {
  line: Line;
  /** Stamps the gaps; may be a demo's clock. */
  clock: Clock;
  /** Milliseconds that really pass, from any beginning. */
  elapsed: () => number;
  patience?: Partial<Patience>;
  log: Log;
  onGap(gap: Gap): void;
  /** Told once, after `failures` failed attempts; the process ends then and its service manager starts it again. */
  giveUp(reason: string): void;
}

export interface Supervisor {
  /** Starts the line, and heals it from now on. */
  begin(): void;
  /** Any event came over the line. */
  heard(): void;
  /** A code is shown that a person must scan. */
  scanning(): void;
  /** The line said itself that it is down. */
  failed(reason: string): void;
  end(): void;
}

const LOGIN_POLL_MS = 50;

interface Watch {
  options: SuperviseOptions;
  patience: Patience;
  heardAt: Date;
  /** The three below in `elapsed` milliseconds. */
  lastHeard: number;
  lastLogin: number;
  lastScan: number;
  isDinged: boolean;
  isHealing: boolean;
  isEnded: boolean;
  ticking?: NodeJS.Timeout;
  /** Cuts the running pause short. */
  wake?: () => void;
}

function heard(watch: Watch): void {
  watch.heardAt = watch.options.clock.now();
  watch.lastHeard = watch.options.elapsed();
  watch.isDinged = false;
}

const pause = (watch: Watch, ms: number): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    watch.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

const isLoginOverdue = ({ options, patience, lastLogin, lastScan }: Watch): boolean =>
  options.elapsed() > Math.max(lastLogin + patience.loginMs, lastScan + patience.scanMs);

async function attempt(watch: Watch, count: number): Promise<void> {
  const { options, patience } = watch;
  await within(patience.attemptMs, 'the restart', options.line.restart(count));
  watch.lastLogin = options.elapsed();
  while (!options.line.isLoggedIn() && !watch.isEnded) {
    if (isLoginOverdue(watch)) throw new Error(`no login within ${patience.loginMs} ms`);
    await pause(watch, LOGIN_POLL_MS);
  }
  watch.lastLogin = options.elapsed();
}

/** True when the line is up again, false when this attempt failed. */
async function succeeds(watch: Watch, count: number): Promise<boolean> {
  try {
    await attempt(watch, count);
    return true;
  } catch (error) {
    watch.options.log.warn({ attempt: count, error: String(error) }, 'the line could not be restarted');
    return false;
  }
}

function end(watch: Watch): void {
  watch.isEnded = true;
  clearInterval(watch.ticking);
  watch.wake?.();
}

/** How often it was tried, 0 when it was given up or ended before. */
async function restartUntilUp(watch: Watch, reason: string): Promise<number> {
  const { patience } = watch;
  let failures = 0;
  for (let count = 1; !watch.isEnded; count++) {
    const scanBefore = watch.lastScan;
    if (await succeeds(watch, count)) return watch.isEnded ? 0 : count;
    // A code was shown: the line is fine and waits for a person.
    failures = watch.lastScan > scanBefore ? 0 : failures + 1;
    if (watch.isEnded) break;
    if (failures >= patience.failures) {
      end(watch);
      watch.options.giveUp(`${reason}; ${failures} restarts failed`);
      break;
    }
    const growing = patience.backoffMs * 2 ** Math.max(0, failures - 1);
    await pause(watch, Math.min(patience.backoffMostMs, growing));
  }
  return 0;
}

async function restore(watch: Watch, reason: string, triesWithoutGap: number): Promise<void> {
  const from = watch.heardAt;
  const tries = await restartUntilUp(watch, reason);
  if (tries === 0) return;
  heard(watch);
  if (tries > triesWithoutGap) watch.options.onGap({ from, to: watch.options.clock.now(), reason });
}

function heal(watch: Watch, reason: string, triesWithoutGap = 0): void {
  if (watch.isHealing || watch.isEnded) return;
  watch.isHealing = true;
  restore(watch, reason, triesWithoutGap)
    .catch(error => watch.options.log.error({ error: String(error) }, 'telling of the outage failed'))
    .finally(() => {
      watch.isHealing = false;
    });
}

function check(watch: Watch): void {
  const { options, patience } = watch;
  if (watch.isHealing) return;
  if (options.line.isLoggedIn()) watch.lastLogin = options.elapsed();
  const silence = options.elapsed() - watch.lastHeard;
  if (isLoginOverdue(watch)) heal(watch, 'no login');
  else if (silence > patience.silentMs) heal(watch, `no sign of life for ${Math.round(silence)} ms`);
  else if (silence > patience.silentMs / 2 && !watch.isDinged) {
    watch.isDinged = true;
    options.line.ding();
  }
}

/** Keeps a line alive: restarts it with growing pauses when it is silent, logged out too long, or says that it is down. */
export function supervise(options: SuperviseOptions): Supervisor {
  const watch: Watch = {
    options,
    patience: { ...USUAL_PATIENCE, ...options.patience },
    heardAt: options.clock.now(),
    lastHeard: options.elapsed(),
    lastLogin: options.elapsed(),
    lastScan: Number.NEGATIVE_INFINITY,
    isDinged: false,
    isHealing: false,
    isEnded: false,
  };
  return {
    begin() {
      heard(watch);
      watch.ticking = setInterval(() => check(watch), watch.patience.checkMs);
      // A start at the first try leaves no gap: nobody listened before.
      heal(watch, 'start', 1);
    },
    heard: () => heard(watch),
    scanning() {
      watch.lastScan = options.elapsed();
    },
    failed: reason => heal(watch, reason),
    end: () => end(watch),
  };
}
