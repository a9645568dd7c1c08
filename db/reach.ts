import type { Db } from './connect.ts';
import { groupMemberLeft } from './groups.ts';
import { personById } from './people.ts';
import type { PlacedTicket } from './tickets.ts';

/** Where the member of a ticket is told news of it. */
export interface Reach {
  placeId: string;
  isPrivate: boolean;
}

/**
 * In the group where they asked while they are in it; in private, or once they have left, only as a friend. Null: nowhere,
 * and nobody who is gone is mentioned.
 */
export async function reachOfRequester(
  db: Db,
  ticket: Pick<PlacedTicket, 'placeId' | 'groupId' | 'requesterId'>,
): Promise<Reach | null> {
  const { placeId, groupId, requesterId } = ticket;
  if (placeId === groupId && !(await groupMemberLeft(db, groupId, requesterId)))
    return { placeId, isPrivate: false };
  const person = await personById(db, requesterId);
  return person?.isContact ? { placeId: requesterId, isPrivate: true } : null;
}
