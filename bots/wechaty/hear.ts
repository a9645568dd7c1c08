import type { payloads } from 'wechaty-puppet';
import type { HeardMessage, MessageKind } from '../../src/chat.ts';
import type { Clock } from '../../src/time.ts';
import { chatTime } from './chat-time.ts';
import { mentionedPeople, mentionsName, withoutMentions } from './mention.ts';
import { kindOfType } from './message-kinds.ts';
import type { Names } from './names.ts';
import type { QuoteMemory } from './quote-memory.ts';
import { quotableText, readQuote } from './quote-text.ts';

export interface Hearing {
  names: Names;
  quotes: QuoteMemory;
  clock: Clock;
  /** The account that is logged in; null while none is. */
  self(): { id: string; name: string } | null;
}

const REVOKED_ID = /<(?:newmsgid|msgid)>(\d+)<\/(?:newmsgid|msgid)>/;

/** Recalls carry the original's id as their text, some puppets wrapped in WeChat's own XML. */
const recalledId = (text: string): string | null => (REVOKED_ID.exec(text)?.[1] ?? text.trim()) || null;

const placeOf = (payload: payloads.Message): string | null => payload.roomId || null;

/** Old puppets name the speaker `fromId`. */
const speakerOf = (payload: payloads.Message): string => payload.talkerId || payload.fromId || '';

async function quotedMessage(
  hearing: Hearing,
  placeId: string,
  quote: { quotedName: string; quotedText: string },
): Promise<string | null> {
  for (const candidate of hearing.quotes.candidates(placeId, quote.quotedText)) {
    const names = await hearing.names.inGroup(placeId, candidate.senderId);
    if (names.length === 0 || names.includes(quote.quotedName)) return candidate.id;
  }
  return null;
}

async function botNames(hearing: Hearing, groupId: string | null, text: string): Promise<string[]> {
  const self = hearing.self();
  if (!self || !text.includes('@')) return [];
  const called = groupId === null ? [] : await hearing.names.inGroup(groupId, self.id);
  return [...new Set([...called, self.name])];
}

const kindOf = (payload: payloads.Message): MessageKind =>
  speakerOf(payload) === payload.roomId ? 'system' : kindOfType(payload.type);

const textOf = (payload: payloads.Message, kind: MessageKind): string =>
  kind === 'text' || kind === 'system' ? (payload.text ?? '') : '';

/**
 * A puppet's payload as the message that was heard. `text` is what the person said: without the quote before a reply
 * and without the mention of the bot (other mentions stay); for kinds other than text it is empty.
 */
export async function hearMessage(hearing: Hearing, payload: payloads.Message): Promise<HeardMessage> {
  const self = hearing.self();
  const kind = kindOf(payload);
  const chatGroupId = placeOf(payload);
  const raw = textOf(payload, kind);
  const quote = readQuote(raw);
  const spoken = quote?.reply ?? raw;
  const isSelf = self !== null && speakerOf(payload) === self.id;
  const otherSide = isSelf ? (payload.listenerId ?? '') : speakerOf(payload);
  const placeId = chatGroupId ?? otherSide;
  const quotedId = quote ? await quotedMessage(hearing, placeId, quote) : null;
  const names = await botNames(hearing, chatGroupId, spoken);
  const mentions = mentionedPeople((payload as { mentionIdList?: string[] }).mentionIdList ?? []);
  const byName = mentionsName(spoken, names);
  if (kind !== 'recall' && kind !== 'system') {
    const quotable = quotableText(kind, spoken);
    hearing.quotes.remember(placeId, { id: payload.id, senderId: speakerOf(payload), quotable });
  }
  return {
    chatMessageId: payload.id,
    chatGroupId,
    chatSenderId: speakerOf(payload),
    chatPrivateWithId: chatGroupId === null ? otherSide : null,
    isSelf,
    kind,
    text: withoutMentions(spoken, names),
    sentAt: chatTime(payload.timestamp, hearing.clock.now()),
    mentions: self && byName && !mentions.includes(self.id) ? [...mentions, self.id] : mentions,
    mentionsBot: byName || (self !== null && mentions.includes(self.id)),
    quotedChatMessageId: quotedId,
    recalledChatMessageId: kind === 'recall' ? recalledId(payload.text ?? '') : null,
  };
}
