import type { Message, ReplyEdge } from '../message.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import { mentionedBy } from './mentioned.ts';
import { type Roster, voiceOf } from './roster.ts';
import { isMedia, saidBy } from './said.ts';

/** How long a mention of somebody may refer to what they said. */
export const MENTION_REACH_MS = HOUR_MS;
/** How long after a need an unmarked message may be taken for its answer. */
export const TURN_REACH_MS = 30 * MINUTE_MS;
/** An unanswered need this young makes a turn ambiguous. */
const RIVAL_REACH_MS = DAY_MS;
/** After this long nobody's mention is taken for an answer to it any more: the window of the measures is over. */
const NEED_LIFE_MS = 30 * DAY_MS;
const MOST_NEEDS = 500;
const MOST_RECENT = 300;

/** A need that nobody has surely answered yet. */
export interface OpenNeed {
  messageId: string;
  byId: string;
  at: Date;
  /** Somebody already spoke next, so that the turn is gone. */
  turnTaken: boolean;
}

/** Somebody's message, as far as a later one may refer to it. */
export interface RecentMessage {
  messageId: string;
  byId: string;
  at: Date;
}

export interface ThreadOptions {
  groupId: string;
  roster: Roster;
  /** Names and aliases in the group → person id, for chats that do not carry their mentions. */
  namesOf?: ReadonlyMap<string, string>;
}

/** Who answered whom in one group, message by message in order of time; its memory is bounded. */
export interface Thread {
  /** The edges that this message makes; none when it was pushed before. */
  push(message: Message, isNeed: boolean): ReplyEdge[];
  /** What a restart needs: `restoreThread(options, …)` goes on from here. */
  remembered(): { openNeeds: OpenNeed[]; recent: RecentMessage[] };
}

interface Memory {
  openNeeds: OpenNeed[];
  /** The same by message id. */
  needOf: Map<string, OpenNeed>;
  /** By message id, the oldest first. */
  recent: Map<string, RecentMessage>;
  /** Everybody's latest of them. */
  latestOf: Map<string, RecentMessage>;
}

type Found = { toMessageId: string; rule: ReplyEdge['rule']; confidence: number };

function findQuoted(message: Message, memory: Memory): Found[] {
  const to = message.replyToId;
  if (to === null) return [];
  const quoted = memory.recent.get(to)?.byId;
  const asker = memory.needOf.get(to)?.byId;
  if (message.senderId === (quoted ?? asker)) return [];
  return [{ toMessageId: to, rule: 'quote', confidence: 1 }];
}

function findMentioned(message: Message, memory: Memory, mentioned: string[], found: Found[]): Found[] {
  const at = message.sentAt.getTime();
  const edges: Found[] = [];
  for (const personId of mentioned) {
    const need = memory.openNeeds.findLast(open => open.byId === personId);
    const latest = memory.latestOf.get(personId);
    const said = latest && at - latest.at.getTime() <= MENTION_REACH_MS ? latest : undefined;
    const toMessageId = need?.messageId ?? said?.messageId;
    if (toMessageId === undefined || found.some(edge => edge.toMessageId === toMessageId)) continue;
    edges.push({ toMessageId, rule: 'mention', confidence: 0.9 });
  }
  return edges;
}

function findTurn(message: Message, memory: Memory, roster: Roster): Found[] {
  const at = message.sentAt.getTime();
  const voice = voiceOf(roster, message.senderId);
  // A voice message can neither quote nor mention, so a cadre's next one is the answer itself.
  const isUnheardAnswer = voice === 'cadre' && isMedia(message);
  const rivals: OpenNeed[] = [];
  for (let index = memory.openNeeds.length - 1; index >= 0 && rivals.length < 2; index--) {
    const need = memory.openNeeds[index];
    if (!need || at - need.at.getTime() > RIVAL_REACH_MS) break;
    if (need.byId !== message.senderId && (isUnheardAnswer || !need.turnTaken)) rivals.push(need);
  }
  const [need] = rivals;
  if (rivals.length !== 1 || !need || at - need.at.getTime() > TURN_REACH_MS) return [];
  if (isUnheardAnswer) return [{ toMessageId: need.messageId, rule: 'turn', confidence: 0.9 }];
  if (saidBy(message, voice, false) !== 'words') return [];
  return [{ toMessageId: need.messageId, rule: 'turn', confidence: 0.6 }];
}

/** An answered need stays open to nobody; a mere turn only uses the turn up. */
function settle(memory: Memory, edges: readonly Found[]): void {
  for (const edge of edges) {
    const need = memory.needOf.get(edge.toMessageId);
    if (!need) continue;
    // Answers come soon after, so that the need is found soon from the end.
    const index = memory.openNeeds.lastIndexOf(need);
    if (edge.confidence >= 0.9) {
      memory.openNeeds.splice(index, 1);
      memory.needOf.delete(need.messageId);
    } else {
      const taken = { ...need, turnTaken: true };
      memory.openNeeds[index] = taken;
      memory.needOf.set(need.messageId, taken);
    }
  }
}

function open(memory: Memory, need: OpenNeed): void {
  memory.openNeeds.push(need);
  memory.needOf.set(need.messageId, need);
}

/** Lets go of needs that are too old, or too many. */
function forgetNeeds({ openNeeds, needOf }: Memory, now: number): void {
  for (let oldest = openNeeds[0]; oldest; oldest = openNeeds[0]) {
    if (openNeeds.length <= MOST_NEEDS && now - oldest.at.getTime() <= NEED_LIFE_MS) return;
    openNeeds.shift();
    if (needOf.get(oldest.messageId) === oldest) needOf.delete(oldest.messageId);
  }
}

/** Lets go of the oldest messages. */
function forgetMessages({ recent, latestOf }: Memory): void {
  while (recent.size > MOST_RECENT) {
    const [id, oldest] = recent.entries().next().value ?? [];
    if (id === undefined || oldest === undefined) return;
    recent.delete(id);
    if (latestOf.get(oldest.byId) === oldest) latestOf.delete(oldest.byId);
  }
}

function remember(memory: Memory, message: Message, isNeed: boolean): void {
  const at = message.sentAt;
  const said = { messageId: message.id, byId: message.senderId, at };
  memory.recent.set(message.id, said);
  memory.latestOf.set(message.senderId, said);
  if (isNeed) open(memory, { ...said, turnTaken: false });
  forgetMessages(memory);
  forgetNeeds(memory, at.getTime());
}

/** Goes on where a thread stopped: from needs still open and the messages of the last hour or so, oldest first. */
export function restoreThread(
  options: ThreadOptions,
  openNeeds: readonly OpenNeed[],
  recent: readonly RecentMessage[],
): Thread {
  const known = recent.slice(-MOST_RECENT);
  const memory: Memory = {
    openNeeds: [...openNeeds],
    needOf: new Map(openNeeds.map(need => [need.messageId, need])),
    recent: new Map(known.map(said => [said.messageId, said])),
    latestOf: new Map(known.map(said => [said.byId, said])),
  };
  return {
    push(message, isNeed) {
      if (message.isPrivate || memory.recent.has(message.id)) return [];
      if (message.kind === 'system' || message.kind === 'recall') return [];
      const isBot = voiceOf(options.roster, message.senderId) === 'bot';
      const found = findQuoted(message, memory);
      const mentioned = mentionedBy(message, options.roster, options.namesOf);
      found.push(...findMentioned(message, memory, mentioned, found));
      // Who asks in their turn does not answer.
      if (found.length === 0 && !isNeed) found.push(...findTurn(message, memory, options.roster));
      // The bot's answer never stands for a person's: the need stays open.
      if (!isBot) settle(memory, found);
      remember(memory, message, isNeed);
      if (found.length === 0) return [];
      return found.map(edge => ({
        groupId: options.groupId,
        fromMessageId: message.id,
        ...edge,
        at: message.sentAt,
      }));
    },
    remembered: () => ({ openNeeds: [...memory.openNeeds], recent: [...memory.recent.values()] }),
  };
}

export const createThread = (options: ThreadOptions): Thread => restoreThread(options, [], []);
