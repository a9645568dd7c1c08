import type { Heard } from './heard.ts';
import { type RoomMemory, talkKey } from './memory.ts';
import { type Moment, NEVER } from './moment.ts';
import { CALL } from './names.ts';

/** Farther back than this a message is looked at only when something joins the two: a person, a call or a rare word. */
const UNJOINED_REACH = 12;
/** A word of a young room is not yet rare. */
const YOUNG_ROOM = 60;

/** One earlier message that the new one may answer, as it stands between them. */
export interface Candidate {
  heard: Heard;
  /** Messages since, 0 for the latest. */
  between: number;
  othersBetween: number;
  speakersBetween: number;
  /** Later messages of the same person. */
  laterOfSpeaker: number;
  /** The new speaker's messages since. */
  ownSince: number;
  /** Calls of the candidate's speaker by others since. */
  calledSince: number;
  /** Later messages of the same thread. */
  laterOfThread: number;
  ownInThread: number;
  /** Summed rarity of the words in both. */
  shared: number;
  rarest: number;
  sinceTalkTo: number;
  sinceTalkFrom: number;
  talks: number;
}

type Rarity = readonly [token: string, rarity: number];

/** How rare each word of the new message is in its room. */
export function raritiesOf(memory: RoomMemory, heard: Heard): Rarity[] {
  const most = Math.log(memory.nextIndex + YOUNG_ROOM);
  return [...heard.tokens].map(token => [token, most - Math.log((memory.seenIn.get(token) ?? 0) + 2)]);
}

function shareOf(candidate: Heard, rare: readonly Rarity[]): { shared: number; rarest: number } {
  let shared = 0;
  let rarest = 0;
  for (const [token, rarity] of rare) {
    if (!candidate.tokens.has(token)) continue;
    shared += rarity;
    if (rarity > rarest) rarest = rarity;
  }
  return { shared, rarest };
}

/** What was passed on the way back from the new message to a candidate. */
export interface Walk {
  of: Map<number, number>;
  called: Map<number, number>;
  threads: Map<number, number>;
  ownThreads: Set<number>;
  own: number;
}

/** Goes on past a message. */
export function pass(walk: Walk, each: Heard, speaker: number): void {
  walk.of.set(each.speaker, (walk.of.get(each.speaker) ?? 0) + 1);
  walk.threads.set(each.thread, (walk.threads.get(each.thread) ?? 0) + 1);
  for (const [person, how] of each.calls) {
    if (how >= CALL.first && each.speaker !== speaker)
      walk.called.set(person, (walk.called.get(person) ?? 0) + 1);
  }
  if (each.speaker !== speaker) return;
  walk.own++;
  walk.ownThreads.add(each.thread);
}

/** A message as a candidate; null when it is far back and nothing joins the two. */
export function candidateAt(
  memory: RoomMemory,
  moment: Moment,
  each: Heard,
  walk: Walk,
  rare: readonly Rarity[],
): Candidate | null {
  const { speaker, index, calls } = moment.heard;
  const to = memory.talks.get(talkKey(speaker, each.speaker));
  const from = memory.talks.get(talkKey(each.speaker, speaker));
  const between = index - each.index - 1;
  const { shared, rarest } = shareOf(each, rare);
  const isJoined = each.speaker === speaker || to || from || shared > 0 || calls.has(each.speaker);
  if (between >= UNJOINED_REACH && !isJoined) return null;
  return {
    heard: each,
    between,
    othersBetween: between - walk.own,
    speakersBetween: walk.of.size,
    laterOfSpeaker: walk.of.get(each.speaker) ?? 0,
    ownSince: walk.own,
    calledSince: walk.called.get(each.speaker) ?? 0,
    laterOfThread: walk.threads.get(each.thread) ?? 0,
    ownInThread: walk.ownThreads.has(each.thread) ? 1 : 0,
    shared,
    rarest,
    sinceTalkTo: to ? index - to.index : NEVER,
    sinceTalkFrom: from ? index - from.index : NEVER,
    talks: (to?.count ?? 0) + (from?.count ?? 0),
  };
}
