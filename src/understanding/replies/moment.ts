import type { Heard } from './heard.ts';
import type { RoomMemory } from './memory.ts';
import { CALL } from './names.ts';

const PACE_OVER = 16;
/** Stands for "never" where messages are counted. */
export const NEVER = 999;

/** The new message in its room: what is the same for every message that it may answer. */
export interface Moment {
  heard: Heard;
  /** The speaker's own latest message. */
  own: Heard | undefined;
  sinceOwn: number;
  /** How often the speaker spoke lately. */
  ownCount: number;
  sincePreviousMs: number;
  /** Milliseconds between messages lately. */
  paceMs: number;
  /** Messages since somebody else last called the speaker. */
  sinceCalled: number;
  /** Opening questions lately that nobody answered. */
  openQuestions: number;
  /** The most that one earlier message shares with it. */
  mostShared: number;
  partner: number;
}

/** The moment before anything earlier was looked at. */
export function momentOf(memory: RoomMemory, heard: Heard): Moment {
  const { recent } = memory;
  const latest = recent.at(-1);
  const early = recent.at(-PACE_OVER) ?? recent[0];
  // A clock set back must not make time run backwards.
  const span = early ? Math.max(0, heard.atMs - early.atMs) : 0;
  return {
    heard,
    own: undefined,
    sinceOwn: NEVER,
    ownCount: 0,
    sincePreviousMs: latest ? Math.max(0, heard.atMs - latest.atMs) : NEVER * 60_000,
    paceMs: span / Math.min(PACE_OVER, Math.max(1, recent.length)),
    sinceCalled: NEVER,
    openQuestions: 0,
    mostShared: 0,
    partner: memory.partnerOf.get(heard.speaker) ?? -1,
  };
}

/** Adds what an earlier message of the last few dozen says about the moment. */
export function noteEarlier(moment: Moment, each: Heard): void {
  const { heard } = moment;
  if (each.speaker === heard.speaker) {
    moment.own ??= each;
    moment.ownCount++;
    moment.sinceOwn = Math.min(moment.sinceOwn, heard.index - each.index);
  } else {
    if ((each.calls.get(heard.speaker) ?? 0) >= CALL.first)
      moment.sinceCalled = Math.min(moment.sinceCalled, heard.index - each.index);
    if (each.cues.asks === 1 && each.answered === 0 && each.repliesTo === undefined) moment.openQuestions++;
  }
}
