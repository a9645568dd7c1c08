import { idFor } from '../../src/archive/gather-export.ts';
import type { ChatRow } from '../replies/chat-rows.ts';

/** The truth about one annotated message: when somebody else first answered it. */
export interface TrueAnswer {
  room: string;
  askedAt: number;
  /** Linked to the message itself; null when nobody else is annotated as answering it. */
  linkedAt: number | null;
  /** Linked to it or to what the asker added to it themselves. */
  threadAt: number | null;
  /** When the room's record ends: who is unanswered then had waited so long. */
  until: number;
}

/** Which truth is compared with. */
export type Truth = (answer: TrueAnswer) => number | null;
export const byLink: Truth = answer => answer.linkedAt;
export const byThread: Truth = answer => answer.threadAt;

type Replies = ReadonlyMap<string, readonly ChatRow[]>;

const earliest = (times: readonly number[]): number | null => (times.length > 0 ? Math.min(...times) : null);

/** The annotated messages that are linked to a message, by its id. */
function repliesIn(rows: readonly ChatRow[]): Replies {
  const replies = new Map<string, ChatRow[]>();
  for (const row of rows.filter(each => !each.context)) {
    for (const to of row.replyTo.filter(id => id !== row.id))
      replies.set(to, [...(replies.get(to) ?? []), row]);
  }
  return replies;
}

/** When others answered the message or what its sender went on to say. */
function timesInThread(asked: ChatRow, replies: Replies): number[] {
  const seen = new Set<string>();
  const times: number[] = [];
  for (let next = [asked.id]; next.length > 0; ) {
    const id = next.pop() ?? '';
    if (seen.has(id)) continue;
    seen.add(id);
    for (const reply of replies.get(id) ?? []) {
      if (reply.sender === asked.sender) next.push(reply.id);
      else times.push(Date.parse(reply.ts));
    }
  }
  return times;
}

/** By the ids that `archive convert` gives, every annotated message with its first annotated answer by somebody else. */
export function trueAnswers(rooms: ReadonlyMap<string, readonly ChatRow[]>): Map<string, TrueAnswer> {
  const truths = new Map<string, TrueAnswer>();
  for (const [room, rows] of rooms) {
    const group = idFor('group', 'chat', room);
    const until = Math.max(...rows.map(row => Date.parse(row.ts)));
    const replies = repliesIn(rows);
    for (const row of rows.filter(each => !each.context)) {
      const linked = (replies.get(row.id) ?? []).filter(reply => reply.sender !== row.sender);
      truths.set(idFor('message', group, row.id), {
        room,
        askedAt: Date.parse(row.ts),
        linkedAt: earliest(linked.map(reply => Date.parse(reply.ts))),
        threadAt: earliest(timesInThread(row, replies)),
        until,
      });
    }
  }
  return truths;
}
