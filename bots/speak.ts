import { accountById, chatIdOf, chatIdsOf, pauseAccount } from '../db/bindings.ts';
import {
  claimRow,
  countSend,
  dropRow,
  dueRows,
  endRow,
  forgetSending,
  lastSentAt,
  nextDueAt,
  type OutboxRow,
  postponeRow,
  sentToday,
} from '../db/outbox.ts';
import type { ChatPlace } from '../src/chat.ts';
import { isFailure } from '../src/errors.ts';
import { faultWords } from '../src/fault-words.ts';
import { isEmergency, keyKind } from '../src/keys.ts';
import { endOfQuiet, paceAllows } from '../src/pace.ts';
import { addDays, dayOf, MINUTE_MS, startOfDay } from '../src/time.ts';
import type { BotContext } from './context.ts';

const MOST_TRIES = 5;
const RETRY_MS = 30_000;
const LOOK_MS = 500;

/** Room 8: says what the outbox holds, paced, each thing once. */
export interface Speaking {
  /** Says what may be said now; the moment at which more may be said, or null when nothing waits. */
  sayDue(): Promise<Date | null>;
  /** Looks into the outbox again and again until `stop`. */
  start(): void;
  stop(): Promise<void>;
}

/** Opens the mouth of one account. What an earlier run was saying when it stopped is in doubt, and is not said again. */
export async function openSpeaking(bot: BotContext): Promise<Speaking> {
  const inDoubt = await forgetSending(bot.db);
  if (inDoubt) bot.log.warn({ inDoubt }, 'sends of an earlier run are in doubt and are not repeated');
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let isLooking = false;

  async function sayDue(): Promise<Date | null> {
    const account = await accountById(bot.db, bot.accountId);
    if (account?.pausedAt) return null;
    for (;;) {
      const rows = await dueRows(bot.db, bot.clock.now(), 50);
      let said = 0;
      for (const row of rows) if (await trySaying(bot, row)) said++;
      if (!said) return nextDueAt(bot.db);
    }
  }

  return {
    sayDue,
    start() {
      timer = setInterval(() => {
        // A slow send must not pile up looks behind it.
        if (isLooking) return;
        isLooking = true;
        running = sayDue()
          .catch(error => bot.log.error({ error: faultWords(error) }, 'the outbox could not be read'))
          .finally(() => {
            isLooking = false;
          });
      }, LOOK_MS);
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** The moment from which a row may be said: quiet hours, the day's budget, the pace of account and group. */
async function allowedAt(bot: BotContext, row: OutboxRow): Promise<Date> {
  const { sending } = bot.config;
  const now = bot.clock.now();
  if (isEmergency(row.key)) return now;
  const quietEnd = row.ignoresQuiet ? now : endOfQuiet(now, sending.quiet);
  if (quietEnd > now) return quietEnd;
  if ((await sentToday(bot.db, bot.accountId, now)) >= sending.perDay)
    return startOfDay(addDays(dayOf(now), 1));
  const lastAnywhere = await lastSentAt(bot.db, null);
  const lastHere = row.isPrivate ? null : await lastSentAt(bot.db, row.placeId);
  return paceAllows(now, { lastAnywhere, lastHere }, sending, row.id);
}

/** True when the row is no longer waiting: said, failed, or too late to be of use. */
async function trySaying(bot: BotContext, row: OutboxRow): Promise<boolean> {
  const now = bot.clock.now();
  if (row.notAfter && row.notAfter < now) {
    await dropRow(bot.db, row, 'too late to be of use');
    return true;
  }
  const at = await allowedAt(bot, row);
  if (at > now) {
    await postponeRow(bot.db, row, at);
    return false;
  }
  const place = await placeOf(bot, row);
  if (!place) {
    await dropRow(bot.db, row, 'this account does not know the place');
    bot.log.warn({ trace: row.trace, key: keyKind(row.key) }, 'nobody to say it to');
    return true;
  }
  if (!(await claimRow(bot.db, row, now))) return false;
  await send(bot, { ...row, attempts: row.attempts + 1 }, place);
  return true;
}

async function placeOf(bot: BotContext, row: OutboxRow): Promise<ChatPlace | null> {
  const kind = row.isPrivate ? 'person' : 'group';
  const chatId = await chatIdOf(bot.db, bot.accountId, kind, row.placeId);
  if (!chatId) return null;
  return row.isPrivate ? { chatPersonId: chatId } : { chatGroupId: chatId };
}

async function send(bot: BotContext, row: OutboxRow, place: ChatPlace): Promise<void> {
  const trace = { trace: row.trace, key: keyKind(row.key) };
  try {
    const mentions = await chatIdsOf(bot.db, bot.accountId, 'person', row.mentions);
    const chatMessageId = await sayRow(bot, row, place, mentions);
    await endRow(bot.db, row, { state: 'sent', sentAt: bot.clock.now(), chatMessageId });
    await countSend(bot.db, bot.accountId, bot.clock.now());
    bot.log.info(trace, 'said');
  } catch (error) {
    await settle(bot, row, error);
    bot.log.warn({ ...trace, error: faultWords(error instanceof Error ? error.message : error) }, 'not said');
  }
}

function sayRow(bot: BotContext, row: OutboxRow, place: ChatPlace, mentions: string[]) {
  if (!row.image) return bot.channel.sayText(place, row.text, mentions);
  return row.kind === 'file'
    ? bot.channel.sayFile(place, row.text, row.image)
    : bot.channel.sayImage(place, row.text, row.image);
}

/** What a failed send becomes: only what surely was not sent is tried again. */
async function settle(bot: BotContext, row: OutboxRow, error: unknown): Promise<void> {
  const now = bot.clock.now();
  const reason = error instanceof Error ? error.message : String(error);
  if (isFailure(error) && error.code === 'account-busy') {
    await pauseAccount(bot.db, bot.accountId, reason, now);
    await endRow(bot.db, row, {
      state: 'queued',
      reason,
      notBefore: new Date(now.getTime() + 30 * MINUTE_MS),
    });
    bot.log.error(
      { account: bot.accountId },
      'the account sends too often: sending has stopped until a person lifts it',
    );
  } else if (isFailure(error, 'retry-later') && row.attempts < MOST_TRIES) {
    await endRow(bot.db, row, {
      state: 'queued',
      reason,
      notBefore: new Date(now.getTime() + RETRY_MS * 2 ** row.attempts),
    });
  } else if (isFailure(error)) {
    await endRow(bot.db, row, { state: 'failed', reason });
  } else {
    await endRow(bot.db, row, { state: 'unknown', reason });
  }
}
