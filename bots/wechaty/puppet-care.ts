import type { impls } from 'wechaty-puppet';
import { z } from 'zod';

/** wechaty-puppet adds listeners on every start and takes none away on stop; these are the events it does that with. */
const LEAKED = ['heartbeat', 'scan', 'login', 'logout', 'stop', 'ready', 'reset', 'dirty'] as const;

/** Wechaty's own listeners for these load whole rooms before they speak, let later messages overtake and raise false errors. */
const HEAVY = ['message', 'room-join', 'room-leave', 'room-topic', 'friendship', 'dirty', 'post'] as const;

type Listener = (...args: never[]) => unknown;
interface Listening {
  listeners(event: string): Listener[];
  off(event: string, listener: Listener): unknown;
}
type Snapshot = ReadonlyMap<string, ReadonlySet<Listener>>;

const snapshot = (puppet: Listening, events: readonly string[]): Snapshot =>
  new Map(events.map(event => [event, new Set(puppet.listeners(event))]));

function dropNewerThan(puppet: Listening, kept: Snapshot): void {
  for (const [event, before] of kept) {
    for (const listener of puppet.listeners(event)) if (!before.has(listener)) puppet.off(event, listener);
  }
}

const asListening = (puppet: impls.PuppetInterface): Listening => puppet as unknown as Listening;

/** Call before Wechaty takes hold of a puppet (null: it does not exist yet); the result then frees the puppet of Wechaty's heavy listeners. */
export function beforeWechaty(puppet: impls.PuppetInterface | null): (held: impls.PuppetInterface) => void {
  const kept = puppet
    ? snapshot(asListening(puppet), HEAVY)
    : new Map(HEAVY.map(event => [event, new Set()]));
  return held => dropNewerThan(asListening(held), kept as Snapshot);
}

/** Remembers today's listeners; the result, called between stop and start, takes away what the library left behind. */
export function rememberListeners(puppet: impls.PuppetInterface): () => void {
  const kept = snapshot(asListening(puppet), LEAKED);
  return () => dropNewerThan(asListening(puppet), kept);
}

const withWatchdog = z.object({
  __watchdog: z.object({ watchdog: z.custom<{ removeAllListeners(event: string): void }>(Boolean) }),
});

/** The library's watchdog resets once, with a StopRequest, and never again: the supervisor alone restarts. */
export function silenceWatchdog(puppet: impls.PuppetInterface): void {
  withWatchdog.safeParse(puppet).data?.__watchdog.watchdog.removeAllListeners('reset');
}

const withStream = z.object({
  _grpcManager: z.custom<{ eventStream?: { cancel(): void }; stopStream(): void; destroyClient(): void }>(
    held => typeof held === 'object' && held !== null && 'stopStream' in held && 'destroyClient' in held,
  ),
});

/** Lets go of a remote puppet without the StopRequest that would stop it on the gateway for everybody. */
export function dropStream(puppet: impls.PuppetInterface): void {
  const stream = withStream.safeParse(puppet).data?._grpcManager;
  if (!stream) return;
  (puppet as unknown as { _grpcManager: undefined })._grpcManager = undefined;
  // The library only destroys its end; the gateway would keep the stream for open and refuse the next one.
  stream.eventStream?.cancel();
  stream.stopStream();
  stream.destroyClient();
}
