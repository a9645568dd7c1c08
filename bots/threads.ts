import type { Db } from '../db/connect.ts';
import { membersOf } from '../db/groups.ts';
import { latestMessages } from '../db/messages.ts';
import { cadresOf, rolesOf } from '../db/people.ts';
import { createThread, type Thread } from '../src/analysis/attribute.ts';
import { type Roster, rosterOf } from '../src/analysis/roster.ts';
import { isNeed } from '../src/analysis/said.ts';
import type { Message, ReplyEdge } from '../src/message.ts';

/** Who answered whom, kept for the groups that spoke lately; any other group's thread is rebuilt from its rows. */
export interface Threads {
  /** The edges this message makes; its fact must be known. */
  push(db: Db, message: Message): Promise<ReplyEdge[]>;
  /** Forgets a group, because who is who in it has changed. */
  forget(groupId: string): void;
}

const MOST_GROUPS = 500;
const REBUILT_FROM = 200;

async function rosterNow(db: Db, groupId: string, said: readonly Message[]): Promise<Roster> {
  const cadres = await cadresOf(db, groupId);
  const speakers = [...new Set(said.map(message => message.senderId))];
  const roles = await rolesOf(db, speakers);
  const members = await membersOf(db, groupId);
  return rosterOf({ cadreIds: cadres.map(person => person.id), members, roles });
}

/** Opens the memory of threads. */
export function openThreads(): Threads {
  const open = new Map<string, { thread: Thread; roster: Roster }>();

  async function rebuild(db: Db, message: Message) {
    const earlier = await latestMessages(db, message.placeId, message.sentAt, REBUILT_FROM);
    const roster = await rosterNow(db, message.placeId, [...earlier, message]);
    const thread = createThread({ groupId: message.placeId, roster });
    for (const said of earlier)
      if (said.id !== message.id && said.fact) thread.push(said, isNeed(said, roster));
    open.set(message.placeId, { thread, roster });
    if (open.size > MOST_GROUPS) open.delete(open.keys().next().value ?? '');
    return { thread, roster };
  }

  return {
    async push(db, message) {
      const kept = open.get(message.placeId);
      const { thread, roster } = kept?.roster.has(message.senderId) ? kept : await rebuild(db, message);
      return thread.push(message, isNeed(message, roster));
    },
    forget: groupId => void open.delete(groupId),
  };
}
