import type { impls } from 'wechaty-puppet';
import type { ChatEvent } from '../../src/chat.ts';
import type { Log } from '../../src/log.ts';
import type { Clock } from '../../src/time.ts';
import { type Gap, type Line, type Patience, type Supervisor, supervise } from '../supervise.ts';
import { type Arrival, listenToPuppet } from './listen-puppet.ts';
import { createNames, type Names } from './names.ts';
import { createOrderedIntake, type OrderedIntake } from './ordered-intake.ts';
import { dropStream, rememberListeners, silenceWatchdog } from './puppet-care.ts';
import type { QuoteMemory } from './quote-memory.ts';
import { isLineDown } from './send-failure.ts';
import { within } from './within.ts';

type Puppet = impls.PuppetInterface;

export interface SessionOptions {
  clock: Clock;
  log: Log;
  elapsed: () => number;
  patience?: Partial<Patience>;
  quotes: QuoteMemory;
  tell(event: ChatEvent): Promise<void>;
  onGap(gap: Gap): void;
  giveUp(reason: string): void;
}

/** One puppet, listened to and kept alive. */
export interface Session {
  readonly puppet: Puppet;
  readonly names: Names;
  /** Resolves at the first login. */
  begin(): Promise<void>;
  /** The puppet reported an error; never fatal, but it may say that the line is down. */
  failed(error: Error): void;
  /** Lets what was heard be told, then lets the puppet go; both within `ms`. */
  end(ms: number): Promise<void>;
}

/** From this attempt on a restart asks the gateway to restart its puppet: it may take a dead stream of ours for a living one. */
const HARD_RESTART_FROM = 4;
const INTAKE = { atOnce: 32, tries: 3, pauseMs: 200 };

function lineTo(puppet: Puppet, log: Log, failed: (error: Error) => void): Line & { settled(): void } {
  let trim = (): void => {};
  return {
    settled() {
      trim = rememberListeners(puppet);
    },
    async restart(attempt) {
      if (attempt < HARD_RESTART_FROM) dropStream(puppet);
      await puppet
        .stop()
        .catch(error => log.warn({ error: String(error) }, 'the puppet did not stop cleanly'));
      // The library takes some of its listeners away only in the next turn of the event loop.
      await new Promise(resolve => setImmediate(resolve));
      trim();
      await puppet.start();
      silenceWatchdog(puppet);
    },
    isLoggedIn: () => puppet.isLoggedIn,
    ding() {
      try {
        puppet.ding('alive?');
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    },
  };
}

function intakeFor({ tell, log }: SessionOptions): OrderedIntake<Arrival> {
  return createOrderedIntake<Arrival>({
    ...INTAKE,
    placeOf: arrival => arrival.placeId,
    async take(arrival) {
      const event = await arrival.toEvent();
      if (event) await tell(event);
    },
    onLost: error => log.error({ error: String(error) }, 'something from the chat could not be read'),
  });
}

async function endWithin(ms: number, session: { puppet: Puppet; intake: OrderedIntake<Arrival>; log: Log }) {
  const { puppet, intake, log } = session;
  const late = (says: string) => (error: unknown) => log.warn({ error: String(error) }, says);
  await within(ms / 2, 'the draining', intake.idle()).catch(
    late('the channel stops with words not yet heard'),
  );
  // Stopping a remote puppet by request would stop it for whoever comes after us.
  dropStream(puppet);
  await within(ms / 2, 'the stop', puppet.stop()).catch(late('the puppet is left behind'));
}

/** Puts ears on the puppet and a supervisor beside it. Nothing starts before `begin`. */
export function openSession(puppet: Puppet, options: SessionOptions): Session {
  const { clock, log, elapsed, quotes, patience, onGap, giveUp } = options;
  const names = createNames(puppet, elapsed);
  const intake = intakeFor(options);
  const line = lineTo(puppet, log, failed);
  const limits = patience ? { patience } : {};
  const supervisor: Supervisor = supervise({ line, clock, elapsed, log, onGap, giveUp, ...limits });
  let self: { id: string; name: string } | null = null;

  function failed(error: Error): void {
    log.warn({ error: error.message }, 'the puppet reports an error');
    if (isLineDown(error)) supervisor.failed(error.message);
  }

  const firstLogin = new Promise<void>(resolve => {
    const { heard, scanning } = supervisor;
    const loggedIn = (id: string, name: string) => {
      self = { id, name };
      resolve();
    };
    const hearing = { names, quotes, clock, self: () => self };
    listenToPuppet(puppet, { intake, hearing, clock, elapsed, signs: { heard, scanning, loggedIn } });
  });

  return {
    puppet,
    names,
    begin() {
      line.settled();
      supervisor.begin();
      return firstLogin;
    },
    failed,
    end(ms) {
      supervisor.end();
      return endWithin(ms, { puppet, intake, log });
    },
  };
}
