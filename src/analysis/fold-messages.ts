import type { Message } from '../message.ts';
import { dayOf } from '../time.ts';
import { createThread, type ThreadOptions } from './attribute.ts';
import { foldDay } from './fold-day.ts';
import type { GroupDay } from './group-day.ts';
import { isNeed } from './said.ts';

/** In order of time, each once, whatever order and however often they were delivered. */
export const inTimeOrder = (messages: readonly Message[]): Message[] =>
  [...new Map(messages.map(message => [message.id, message])).values()].sort(
    (a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1),
  );

/** All days of one group from all its messages: who answered whom is attributed on the way. */
export function foldMessages(messages: readonly Message[], options: ThreadOptions): GroupDay[] {
  const thread = createThread(options);
  const days = new Map<string, { messages: Message[]; edges: ReturnType<typeof thread.push> }>();
  for (const message of inTimeOrder(messages)) {
    const day = dayOf(message.sentAt);
    const row = days.get(day) ?? { messages: [], edges: [] };
    row.messages.push(message);
    row.edges.push(...thread.push(message, isNeed(message, options.roster)));
    days.set(day, row);
  }
  return [...days].map(([day, row]) =>
    foldDay({ groupId: options.groupId, day }, row.messages, row.edges, options.roster),
  );
}
