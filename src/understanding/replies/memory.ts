import { type Heard, hear, type SpokenLine } from './heard.ts';
import { CALL, createNames, type Names } from './names.ts';

/** How many messages back a link may reach where nobody is called. */
export const REACH = 64;
/** A called person's messages are remembered this many messages back. */
const MOST_RECENT = 300;
const MOST_TOKENS = 30_000;
const MOST_TALKS = 4_000;
const MOST_SPEAKERS = 2_000;

/** The last time one person spoke to another, and how often. */
export interface Talk {
  index: number;
  count: number;
}

/** One room as far as links need it; every part of it is bounded. */
export interface RoomMemory {
  /** The oldest first. */
  recent: Heard[];
  names: Names;
  speakers: Map<string, number>;
  nextSpeaker: number;
  nextIndex: number;
  /** In how many messages a token stood. */
  seenIn: Map<string, number>;
  /** By `talkKey(from, to)`. */
  talks: Map<number, Talk>;
  /** Whom a speaker last spoke to, by call or link. */
  partnerOf: Map<number, number>;
}

/** An empty room. */
export const createMemory = (): RoomMemory => ({
  recent: [],
  names: createNames(),
  speakers: new Map(),
  nextSpeaker: 0,
  nextIndex: 0,
  seenIn: new Map(),
  talks: new Map(),
  partnerOf: new Map(),
});

/** One number for an ordered pair of speakers. */
export const talkKey = (from: number, to: number): number => from * 4_294_967 + to;

function dropOldest<Key>(map: Map<Key, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

function speakerOf(memory: RoomMemory, sender: string): number {
  const speaker = memory.speakers.get(sender) ?? memory.nextSpeaker++;
  memory.speakers.delete(sender);
  memory.speakers.set(sender, speaker);
  dropOldest(memory.speakers, MOST_SPEAKERS);
  return speaker;
}

/** Reads a message in its room without remembering it yet. */
export function hearIn(memory: RoomMemory, line: SpokenLine): Heard {
  const isFirst = memory.speakers.has(line.sender) ? 0 : 1;
  const speaker = speakerOf(memory, line.sender);
  const heard = hear(line, memory.nextIndex, speaker, memory.names.calledIn);
  memory.names.learn(speaker, line.sender);
  return { ...heard, isFirst };
}

function noteTalk(memory: RoomMemory, from: number, to: number, index: number): void {
  const key = talkKey(from, to);
  const count = (memory.talks.get(key)?.count ?? 0) + 1;
  memory.talks.delete(key);
  memory.talks.set(key, { index, count });
  memory.partnerOf.delete(from);
  memory.partnerOf.set(from, to);
}

/** Words of long ago make room: half of all counts go, and with them the words heard once. */
function ageTokens(seenIn: Map<string, number>): void {
  for (const [token, count] of seenIn) {
    if (count < 2) seenIn.delete(token);
    else seenIn.set(token, count >> 1);
  }
}

/** Remembers a message with the messages it answers. */
export function settleIn(memory: RoomMemory, heard: Heard, answers: readonly Heard[]): void {
  memory.nextIndex++;
  const [first] = answers;
  if (first) {
    heard.repliesTo = first;
    heard.thread = first.thread;
  }
  for (const answer of answers) {
    if (answer.speaker === heard.speaker) answer.continued++;
    else {
      answer.answered++;
      noteTalk(memory, heard.speaker, answer.speaker, heard.index);
    }
  }
  for (const [person, how] of heard.calls) {
    if (how >= CALL.first) noteTalk(memory, heard.speaker, person, heard.index);
  }
  for (const token of heard.tokens) memory.seenIn.set(token, (memory.seenIn.get(token) ?? 0) + 1);
  if (memory.seenIn.size > MOST_TOKENS) ageTokens(memory.seenIn);
  dropOldest(memory.talks, MOST_TALKS);
  dropOldest(memory.partnerOf, MOST_SPEAKERS);
  memory.recent.push(heard);
  if (memory.recent.length > MOST_RECENT * 2) {
    memory.recent.splice(0, memory.recent.length - MOST_RECENT);
    // A chain of answers must not keep all that was ever said.
    for (const each of memory.recent) {
      if (each.repliesTo && each.repliesTo.index < memory.nextIndex - MOST_RECENT) each.repliesTo = undefined;
    }
  }
}
