import type { Message, ReplyEdge } from '../message.ts';
import { dayNumberAt, dayNumberOf } from './day-number.ts';
import {
  type GroupDay,
  inOrder,
  type Mark,
  type Need,
  orderReplies,
  orderSpeakers,
  type Reply,
  type Speaker,
  SURE,
  withoutDoubles,
} from './group-day.ts';
import { mentionedBy } from './mentioned.ts';
import { isOfMembers, type Roster, type Voice, voiceOf } from './roster.ts';
import { isHelpful, isNeed, isSubstantive, type Said, saidBy } from './said.ts';

const NO_EDGES: ReplyEdge[] = [];
const SILENT: ReadonlySet<Message['kind']> = new Set(['system', 'recall']);

interface Read {
  message: Message;
  voice: Voice;
  edges: ReplyEdge[];
  addressed: string[];
  said: Said;
}

function readMessages(
  day: string,
  messages: readonly Message[],
  edges: readonly ReplyEdge[],
  roster: Roster,
): Read[] {
  const edgesFrom = new Map<string, ReplyEdge[]>();
  for (const edge of edges) {
    const same = edgesFrom.get(edge.fromMessageId);
    if (same) same.push(edge);
    else edgesFrom.set(edge.fromMessageId, [edge]);
  }
  const number = dayNumberOf(day);
  const isHeard = ({ sentAt, isPrivate, kind }: Message) =>
    dayNumberAt(sentAt.getTime()) === number && !isPrivate && !SILENT.has(kind);
  return withoutDoubles(messages, message => message.id)
    .filter(isHeard)
    .map(message => {
      const voice = voiceOf(roster, message.senderId);
      const own = edgesFrom.get(message.id) ?? NO_EDGES;
      const addressed = mentionedBy(message, roster);
      const isAnswer = addressed.length > 0 || own.some(edge => edge.confidence >= SURE);
      return { message, voice, edges: own, addressed, said: saidBy(message, voice, isAnswer) };
    });
}

function repliesOf({ message, voice, edges, addressed, said }: Read): Reply[] {
  if (edges.length === 0 && addressed.length === 0) return [];
  const common = {
    messageId: message.id,
    byId: message.senderId,
    voice,
    at: message.sentAt.getTime(),
    toIds: addressed,
    isSubstantive: isSubstantive(said),
    isHelpful: isHelpful(message, voice),
  };
  if (edges.length === 0 && addressed.length > 0) {
    return [{ ...common, toMessageId: null, rule: 'mention', confidence: SURE }];
  }
  return edges.map(({ toMessageId, rule, confidence }) => ({ ...common, toMessageId, rule, confidence }));
}

function markOf({ message, voice }: Read, isNeedItself: boolean): Mark[] {
  if (!message.fact || !isOfMembers(voice)) return [];
  const { isThanks, isNotSolved } = message.fact;
  if (!isNotSolved && (!isThanks || isNeedItself)) return [];
  return [
    {
      messageId: message.id,
      byId: message.senderId,
      at: message.sentAt.getTime(),
      says: isNotSolved ? 'not-solved' : 'thanks',
    },
  ];
}

const postOf = ({ message, said }: Read) => ({
  at: message.sentAt.getTime(),
  said,
  fingerprint: message.fact?.fingerprint ?? null,
});

function speakersOf(reads: readonly Read[]): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const read of reads) {
    if (read.voice === 'cadre' || read.voice === 'bot') continue;
    const personId = read.message.senderId;
    const speaker = speakers.get(personId) ?? { personId, voice: read.voice, posts: [] };
    speaker.posts.push(postOf(read));
    speakers.set(personId, speaker);
  }
  return orderSpeakers(speakers.values());
}

/**
 * The row of one day from that day's messages and the edges that start at them. Messages of other days, private
 * ones and the chat's own lines are passed over; running it again gives the same row.
 */
export function foldDay(
  at: { groupId: string; day: string },
  messages: readonly Message[],
  edges: readonly ReplyEdge[],
  roster: Roster,
): GroupDay {
  const reads = readMessages(at.day, messages, edges, roster);
  const needs = reads.filter(read => isNeed(read.message, roster));
  const asked = new Set(needs.map(read => read.message.id));
  return {
    ...at,
    format: 1,
    cadrePosts: inOrder(
      reads
        .filter(read => read.voice === 'cadre')
        .map(read => ({ messageId: read.message.id, byId: read.message.senderId, ...postOf(read) })),
    ),
    speakers: speakersOf(reads),
    needs: inOrder(needs.map(needOf)),
    replies: orderReplies(reads.flatMap(repliesOf)),
    marks: inOrder(reads.flatMap(read => markOf(read, asked.has(read.message.id)))),
  };
}

const needOf = ({ message }: Read): Need => ({
  messageId: message.id,
  byId: message.senderId,
  at: message.sentAt.getTime(),
  label: message.fact?.label === 'question' ? 'question' : 'request',
  fingerprint: message.fact?.fingerprint ?? null,
  line: message.fact?.line ?? null,
});
