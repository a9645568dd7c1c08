import { WechatyBuilder } from 'wechaty';
import type { impls, PuppetOptions } from 'wechaty-puppet';
import type { Channel, ChatEvent } from '../src/chat.ts';
import { Failure } from '../src/errors.ts';
import { faultWords } from '../src/fault-words.ts';
import type { Log } from '../src/log.ts';
import type { Clock } from '../src/time.ts';
import type { Gap, Patience } from './supervise.ts';
import { keepLibraryLogOffStdout } from './wechaty/library-log.ts';
import { beforeWechaty } from './wechaty/puppet-care.ts';
import { createQuoteMemory } from './wechaty/quote-memory.ts';
import { openSession, type Session } from './wechaty/session.ts';
import { type Mouth, sayFileThrough, sayImageThrough, sayTextThrough } from './wechaty/speak-through.ts';
import { within } from './wechaty/within.ts';

type Puppet = impls.PuppetInterface;

export interface WechatyChannelOptions {
  /** A puppet of our own (the simulator), or the npm name of one (WECHATY_PUPPET). One of the two is needed. */
  puppet?: Puppet;
  puppetName?: string;
  /** Handed to a named puppet: token, endpoint, cache sizes … */
  puppetOptions?: PuppetOptions;
  /** Puppets that log in by themselves keep their session in `<memoryName>.memory-card.json`; without it nothing is kept. */
  memoryName?: string;
  clock: Clock;
  log: Log;
  patience?: Partial<Patience>;
  /** The line was down and is up again: what was said between is lost, and the store is to know it. */
  onGap(gap: Gap): void;
  /** The line cannot be healed from inside; end the process and let its service manager start it again. */
  giveUp(reason: string): void;
  /** Milliseconds that really pass; a demo's clock must not stop the heart. */
  elapsed?: () => number;
  /** The hard deadline of `stop`, in milliseconds. */
  stopMs?: number;
}

/** Entries the puppet keeps; the library's own sizes thrash beyond a hundred groups. */
export const PUPPET_CACHE = { contact: 5_000, room: 2_000, roomMember: 2_000, message: 500, friendship: 500 };

const STOP_MS = 5_000;
const START_WAIT_MS = 2_000;
const QUOTES = { perPlace: 200, places: 2_000 };

function requirePuppet({ puppet, puppetName }: WechatyChannelOptions): void {
  if (puppet || puppetName) return;
  throw new Failure(
    'bad-config',
    'no puppet is named: set WECHATY_PUPPET (for example wechaty-puppet-service); there is no default, so that no account falls back to the web protocol by accident',
  );
}

/** Builds Wechaty round the puppet and frees it of what would break order or load whole rooms. */
async function buildPuppet(options: WechatyChannelOptions, onError: (error: Error) => void): Promise<Puppet> {
  const { puppet, puppetName, memoryName } = options;
  const freeOfHeavyListeners = beforeWechaty(puppet ?? null);
  const puppetOptions = { cache: PUPPET_CACHE, ...options.puppetOptions };
  const bot = WechatyBuilder.build({
    // The library's type lists the puppets of its own time; any name on npm may stand here.
    ...(puppet ? { puppet } : { puppet: puppetName as 'wechaty-puppet-service', puppetOptions }),
    ...(memoryName ? { name: memoryName } : {}),
  });
  // Without a listener the process would die on the first one.
  bot.on('error', onError);
  try {
    await bot.init();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const cure = 'install it with npm or correct WECHATY_PUPPET';
    throw new Failure('bad-config', `the puppet ${puppetName} cannot be loaded; ${cure} (${reason})`);
  }
  freeOfHeavyListeners(bot.puppet);
  return bot.puppet;
}

type Listener = (event: ChatEvent) => Promise<void>;

/** Tells every listener in turn; none of them can stop the others. */
async function tellAll(listeners: readonly Listener[], event: ChatEvent, log: Log): Promise<void> {
  for (const listener of listeners) {
    try {
      await listener(event);
    } catch (error) {
      log.error({ event: event.kind, error: faultWords(error) }, 'a listener of the chat failed');
    }
  }
}

/**
 * A WeChat account as a Channel, through any Wechaty puppet. Messages reach the listener in order within a group,
 * groups do not wait for each other. A message that the chat delivers twice reaches the listener twice: only the store
 * can know what it has seen before. What a send throws: Failure account-busy (操作过于频繁), not-allowed (not a friend)
 * and gateway-down were surely not sent; after any other error the message may or may not have been sent.
 */
export function openWechatyChannel(options: WechatyChannelOptions): Channel {
  requirePuppet(options);
  keepLibraryLogOffStdout();
  const { log, elapsed = () => performance.now() } = options;
  const listeners: Listener[] = [];
  const quotes = createQuoteMemory(QUOTES.perPlace, QUOTES.places);
  let session: Session | null = null;
  let stopped = false;

  const open = () => {
    if (!session) throw new Failure('gateway-down', '微信号还没有启动。');
    return session;
  };
  const tell = async (event: ChatEvent) => {
    if (!stopped) await tellAll(listeners, event, log);
  };
  const mouth: Mouth = {
    puppet: () => open().puppet,
    isReady: () => !stopped && (session?.puppet.isLoggedIn ?? false),
    names: () => open().names,
    quotes,
  };

  return {
    onEvent: listener => void listeners.push(listener),
    /** Resolves at the login, or after two seconds when the login takes longer: the event tells. */
    async start() {
      const puppet = await buildPuppet(options, error => session?.failed(error));
      session = openSession(puppet, { ...options, elapsed, quotes, tell });
      await within(START_WAIT_MS, 'the login', session.begin()).catch(() => undefined);
    },
    async stop() {
      await session?.end(options.stopMs ?? STOP_MS);
      stopped = true;
    },
    sayText: (place, text, mentionIds) => sayTextThrough(mouth, place, text, mentionIds),
    sayImage: (place, name, png) => sayImageThrough(mouth, place, name, png),
    sayFile: (place, name, bytes) => sayFileThrough(mouth, place, name, bytes),
    person: (chatId, chatGroupId) => open().names.person(chatId, chatGroupId),
    group: chatId => open().names.group(chatId),
    groups: () => open().puppet.roomList(),
    acceptFriend: requestId => open().puppet.friendshipAccept(requestId),
  };
}
