import type { Db } from '../db/connect.ts';
import type { Channel } from '../src/chat.ts';
import type { Config } from '../src/config.ts';
import type { FaqEntry } from '../src/faq.ts';
import type { Log } from '../src/log.ts';
import type { Clock } from '../src/time.ts';
import type { Meaning } from '../src/understanding/meaning.ts';
import type { Understanding } from '../src/understanding/understanding.ts';

/** What the bots' door is handed once, by start.ts or demo.ts. */
export interface BotContext {
  db: Db;
  clock: Clock;
  log: Log;
  config: Config;
  /** The name under which this chat account is kept. */
  accountId: string;
  channel: Channel;
  understanding: Understanding;
  /** The semantic stage; null unless the operator gave an endpoint. */
  meaning: Meaning | null;
  /** Questions that may be answered, by id; brought up to date by `refreshFaq`. */
  entries: ReadonlyMap<string, FaqEntry>;
  /** Looks whether any process published, withdrew or taught an entry since; one small query when none did. */
  refreshFaq(): Promise<void>;
  /** The demo may answer what nobody has verified, and says places of its own. */
  isDemo: boolean;
}
