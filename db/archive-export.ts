import type { ArchiveLine } from '../src/archive/line.ts';
import { declaredLines } from './archive/declared-lines.ts';
import { messageLines } from './archive/message-lines.ts';
import { observationLines } from './archive/observation-lines.ts';
import { ticketLines } from './archive/ticket-lines.ts';
import type { Db } from './connect.ts';

/**
 * The database as an archive, line by line. A text stands in it only where it is still kept; in place of one that is
 * gone stands its fact, so that the measures stay the same. Left behind, because an archive has no word for it:
 * private talk, messages not decided yet, aliases, whom the chat calls a group's owner, that a message was recalled
 * or delivered twice, whoever else than the requester opened a ticket and its number.
 */
export async function* exportArchive(db: Db): AsyncGenerator<ArchiveLine> {
  yield* declaredLines(db);
  yield* observationLines(db);
  yield* messageLines(db);
  yield* ticketLines(db);
}
