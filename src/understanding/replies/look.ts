import { type Candidate, candidateAt, pass, raritiesOf, type Walk } from './candidate.ts';
import type { Heard } from './heard.ts';
import { REACH, type RoomMemory } from './memory.ts';
import { type Moment, momentOf, noteEarlier } from './moment.ts';

/** Beyond this a message answers nothing any more: a night and a day. */
const REACH_MS = 36 * 3_600_000;
/** So many of a called person's latest messages are looked at however much was said since. */
const OF_CALLED = 2;

/** All that the choice is made from. */
export interface Look {
  moment: Moment;
  /** The latest first. */
  candidates: Candidate[];
}

/** Walks back from the new message over all that it may answer. */
export function lookBack(memory: RoomMemory, heard: Heard): Look {
  const moment = momentOf(memory, heard);
  const rare = raritiesOf(memory, heard);
  const walk: Walk = { of: new Map(), called: new Map(), threads: new Map(), ownThreads: new Set(), own: 0 };
  const candidates: Candidate[] = [];
  for (let at = memory.recent.length - 1; at >= 0; at--) {
    const each = memory.recent[at];
    if (!each || heard.atMs - each.atMs > REACH_MS) break;
    const isNear = heard.index - each.index <= REACH;
    if (!isNear && heard.topCall === 0) break;
    if (isNear) noteEarlier(moment, each);
    const isOfCalled = heard.calls.has(each.speaker) && (walk.of.get(each.speaker) ?? 0) < OF_CALLED;
    if (isNear || isOfCalled) {
      const candidate = candidateAt(memory, moment, each, walk, rare);
      if (candidate) {
        moment.mostShared = Math.max(moment.mostShared, candidate.shared);
        candidates.push(candidate);
      }
    }
    pass(walk, each, heard.speaker);
  }
  return { moment, candidates };
}
