import type { ChatRow } from '../../bench/replies/chat-rows.ts';
import { CANDIDATE_COUNT, candidateValues, momentValues } from '../../src/understanding/replies/features.ts';
import { type Look, lookBack } from '../../src/understanding/replies/look.ts';
import { createMemory, hearIn, settleIn } from '../../src/understanding/replies/memory.ts';

/** All nearer candidates are learned from, of the farther ones each fourth, which then counts four times. */
const ALL_WITHIN = 16;
const ONE_OF = 4;

/** One message to learn from: its moment, and the candidates in rows of numbers. */
export interface Lesson {
  moment: Float32Array;
  rows: Float32Array;
  /** How much of the truth each row is; when they sum to 0, the message answers nothing. */
  truth: Float32Array;
  /** How many rows each row stands for. */
  copies: Float32Array;
  weight: number;
}

/** Says which candidates a message is remembered to have answered while a room is read. */
export type Settle = (row: ChatRow, look: Look) => number[];

/** What the annotators said. */
export const settleByTruth: Settle = (row, { candidates }) =>
  candidates.flatMap(({ heard }, at) => (row.replyTo.includes(heard.id) ? [at] : []));

function lessonOf(row: ChatRow, look: Look, weight: number): Lesson | null {
  const isTrue = look.candidates.map(({ heard }) => row.replyTo.includes(heard.id));
  const found = isTrue.filter(Boolean).length;
  if (row.replyTo.length > 0 && found === 0) return null;
  const chosen = look.candidates.flatMap((candidate, at) => {
    const near =
      candidate.between < ALL_WITHIN || isTrue[at] || look.moment.heard.calls.has(candidate.heard.speaker);
    if (near) return [{ candidate, truth: isTrue[at] ? 1 / found : 0, copies: 1 }];
    return (candidate.heard.index + look.moment.heard.index * 3) % ONE_OF === 0
      ? [{ candidate, truth: 0, copies: ONE_OF }]
      : [];
  });
  const rows = new Float32Array(chosen.length * CANDIDATE_COUNT);
  const moment = Float32Array.from(momentValues(look.moment));
  chosen.forEach(({ candidate }, at) => {
    rows.set(moment, at * CANDIDATE_COUNT);
    candidateValues(rows, at * CANDIDATE_COUNT, look.moment, candidate);
  });
  return {
    moment,
    rows,
    truth: Float32Array.from(chosen, each => each.truth),
    copies: Float32Array.from(chosen, each => each.copies),
    weight,
  };
}

/** Reads a room from its first message to its last and makes a lesson of every annotated one. */
export function gatherLessons(rows: readonly ChatRow[], settle: Settle, weight = 1): Lesson[] {
  const memory = createMemory();
  const lessons: Lesson[] = [];
  for (const row of rows) {
    const heard = hearIn(memory, {
      id: row.id,
      atMs: Date.parse(row.ts),
      sender: row.sender,
      text: row.text,
    });
    const look = lookBack(memory, heard);
    const lesson = row.context ? null : lessonOf(row, look, weight);
    if (lesson) lessons.push(lesson);
    settleIn(
      memory,
      heard,
      settle(row, look).flatMap(at => look.candidates[at]?.heard ?? []),
    );
  }
  return lessons;
}
