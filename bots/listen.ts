import type { Db } from '../db/connect.ts';
import { saveDecision } from '../db/decisions.ts';
import { type Group, groupById } from '../db/groups.ts';
import { keepText, markDecided, twinOf, undecidedMessages } from '../db/messages.ts';
import { saidAs } from '../db/outbox.ts';
import { personById, unitsUpward } from '../db/people.ts';
import { saveEdges } from '../db/reply-edges.ts';
import { factOf, SUBSTANCE_VERSION } from '../src/analysis/substance.ts';
import type { ChatEvent } from '../src/chat.ts';
import { type Decision, decide } from '../src/decide.ts';
import { isFailure } from '../src/errors.ts';
import { mayBeAnswered } from '../src/faq.ts';
import { keys } from '../src/keys.ts';
import { maskNumbers } from '../src/mask.ts';
import type { Label, Message } from '../src/message.ts';
import { can, type Person } from '../src/people.ts';
import { toMember } from '../src/texts.ts';
import { dayOf, MINUTE_MS } from '../src/time.ts';
import { actOn } from './act.ts';
import { chooseEntry } from './choose.ts';
import type { BotContext } from './context.ts';
import { hear } from './hear.ts';
import { openIntake } from './intake.ts';
import { noteAnswers } from './note-answers.ts';
import { openPlaces } from './places.ts';
import { type ReadCommand, readCommand } from './read-command.ts';
import { openThreads, type Threads } from './threads.ts';
import { openTurn, type Turn } from './turn.ts';

/** From this confidence on a question or request that was not acted on is kept for a person to read. */
const SURE_NEED = 0.8;
/** Entries looked at for one message. */
const HITS = 10;
/** Older than this a message is recorded but not answered: the talk has gone on. */
const OLD_MS = 10 * MINUTE_MS;
/** Unasked, the bot waits so long for a person to answer before it offers to record. */
export const OFFER_AFTER_MS = 10 * MINUTE_MS;

/** Room 1: stores what is heard, decides, acts. */
export interface Listening {
  /** Resolves when everything heard so far has been acted on. */
  settled(): Promise<void>;
}

/**
 * Begins to listen: first what an earlier run left undecided, then whatever the channel tells.
 * `acted` hears of every message that is done with, for those who measure.
 */
export async function listen(
  bot: BotContext,
  acted: (message: Message) => void = () => undefined,
): Promise<Listening> {
  const intake = openIntake(bot.db);
  const threads = openThreads();
  const places = openPlaces(bot.log);
  const act = (message: Message) =>
    places.run(message.placeId, async () => {
      await decideOn(bot, threads, message);
      acted(message);
    });

  for (const message of await undecidedMessages(bot.db)) void act(message);
  const hearing = new Set<Promise<void>>();
  bot.channel.onEvent(async (event: ChatEvent) => {
    const heard = hear(bot, intake, threads, event).then(message => {
      // Acting is not awaited: the next message of the group is stored while this one is thought about.
      if (message) void act(message);
    });
    hearing.add(heard);
    await heard.finally(() => hearing.delete(heard));
  });
  return {
    async settled() {
      while (hearing.size) await Promise.allSettled(hearing);
      await places.settled();
    },
  };
}

/** Decides one stored message and acts on it, in one transaction: all of it, or nothing and again at the next start. */
async function decideOn(bot: BotContext, threads: Threads, message: Message): Promise<void> {
  const person = await personById(bot.db, message.senderId);
  if (!person) return;
  const group = message.isPrivate ? null : await groupById(bot.db, message.placeId);
  const started = (tx: Db) => startTurn(bot, tx, message, person, group);
  try {
    await bot.db.transaction(async tx => takeTurn(await started(tx), threads));
  } catch (error) {
    const isRefusal = isFailure(error, 'refusal');
    if (!isRefusal)
      bot.log.error({ trace: message.trace, error: String(error) }, 'a message could not be acted on');
    const text = isRefusal ? error.message : toMember.wentWrong();
    await bot.db.transaction(async tx => refuse(await started(tx), text, isRefusal));
  }
}

async function startTurn(bot: BotContext, tx: Db, message: Message, person: Person, group: Group | null) {
  const quotesBot = message.replyToId
    ? (await saidAs(tx, message.placeId, message.replyToId)) !== null
    : false;
  const isAddressed = message.isPrivate || message.mentionsBot || quotesBot;
  return openTurn({ bot, tx, message, text: message.text ?? '', person, group, quotesBot, isAddressed });
}

async function takeTurn(turn: Turn, threads: Threads): Promise<void> {
  const { message, now } = turn;
  const isOld = now.getTime() - message.sentAt.getTime() > OLD_MS;
  const twin = await twinOf(turn.tx, message);
  if (message.kind !== 'text')
    return record(turn, threads, unheard(turn, 'chatter'), { isCommand: false, twin });
  if (isOld || twin) {
    const { label, confidence } = turn.bot.understanding.classify(turn.text);
    const judged = { ...unheard(turn, 'old'), label, confidence };
    return record(turn, threads, judged, { isCommand: false, twin });
  }
  const read = await readCommand(turn);
  if (read) {
    await record(turn, threads, unheard(turn, 'chatter'), { isCommand: true, twin });
    return runCommand(turn, read);
  }
  if (await chooseEntry(turn))
    return record(turn, threads, unheard(turn, 'chatter'), { isCommand: true, twin });
  const judged = await judge(turn);
  await record(turn, threads, judged, { isCommand: false, twin });
  await actOn(turn, judged.decision);
}

async function runCommand(turn: Turn, { command, words }: ReadCommand): Promise<void> {
  if (!can(turn.person, command.act)) return turn.say(toMember.notYours());
  if (command.isPrivateOnly && turn.group) return turn.say(toMember.onlyInPrivate());
  return command.run(turn, words);
}

/** What was understood of a message, with the decision that came of it. */
interface Judged {
  label: Label;
  confidence: number;
  decision: Decision;
}

async function judge(turn: Turn): Promise<Judged> {
  const { bot, text, person, group, message, now, tx } = turn;
  const { understanding } = bot;
  const { label, confidence } = understanding.classify(text);
  const unitIds = group ? await unitsUpward(tx, group.unitId) : [];
  const place = { day: dayOf(now), unitIds, isDemo: bot.isDemo };
  const hits = understanding.searchFaq(text, HITS).filter(hit => {
    const entry = bot.entries.get(hit.entryId);
    return entry !== undefined && mayBeAnswered(entry, place);
  });
  const decision = decide({
    text,
    isPrivate: message.isPrivate,
    mentionsBot: message.mentionsBot,
    quotesBot: turn.quotesBot,
    isOld: false,
    senderRole: person.role,
    label,
    confidence,
    hits,
    emergency: understanding.emergency(text),
    sensitive: understanding.sensitive(text),
    version: understanding.version,
  });
  return { label, confidence, decision };
}

/** A word to the bot, or something it does not read: recorded as chatter, answered by nothing. */
const unheard = (turn: Turn, reason: 'old' | 'chatter'): Judged => ({
  label: 'chatter',
  confidence: 1,
  decision: {
    action: 'silent',
    reason,
    confidence: 1,
    version: turn.bot.understanding.version,
    isAsked: turn.isAddressed,
  },
});

/** Minimum data: what the bot acts on, and needs it is sure of; doubtful talk goes with the rest of the talk. */
const isWorthKeeping = (label: Label, confidence: number, decision: Decision): boolean =>
  decision.action !== 'silent' || (label !== 'chatter' && confidence >= SURE_NEED);

/** Writes what the message was: its fact, who it answered, the decision. */
async function record(
  turn: Turn,
  threads: Threads,
  { label, confidence, decision }: Judged,
  how: { isCommand: boolean; twin: string | null },
): Promise<void> {
  const { tx, message, now, isAddressed } = turn;
  const spoken = { text: message.text, kind: message.kind, isCommandToBot: how.isCommand };
  const fact = factOf(spoken, { label, confidence }, `${SUBSTANCE_VERSION} ${decision.version}`);
  const keepsText = isWorthKeeping(label, confidence, decision) && !how.isCommand;
  await markDecided(tx, message, { at: now, fact, keepsText, redeliveryOf: how.twin });
  const waits = decision.action === 'offer' && !isAddressed;
  await saveDecision(tx, {
    placeId: message.placeId,
    messageId: message.id,
    at: now,
    action: decision.action,
    label,
    confidence: decision.confidence,
    entryId: decision.action === 'answer' ? decision.entryId : null,
    topic: decision.action === 'offer' ? maskNumbers(decision.topic) : null,
    offerAt: waits ? new Date(message.sentAt.getTime() + OFFER_AFTER_MS) : null,
    model: decision.version,
    trace: message.trace,
  });
  if (message.isPrivate) return;
  const edges = await threads.push(tx, { ...message, fact });
  await saveEdges(tx, edges);
  await noteAnswers(turn, edges);
}

/** One calm sentence, and the message is done with; a bug keeps its text, so that nothing asked for is lost. */
async function refuse(turn: Turn, text: string, isRefusal: boolean): Promise<void> {
  const { tx, message, now } = turn;
  const { label, confidence, decision } = unheard(turn, 'chatter');
  const spoken = { text: message.text, kind: message.kind, isCommandToBot: isRefusal };
  const fact = factOf(spoken, { label, confidence }, `${SUBSTANCE_VERSION} ${decision.version}`);
  await markDecided(tx, message, { at: now, fact, keepsText: !isRefusal, redeliveryOf: null });
  if (!isRefusal) await keepText(tx, message.placeId, message.id);
  if (turn.isAddressed || isRefusal) await turn.say(text, { key: keys.command(message.id, 'refused') });
}
