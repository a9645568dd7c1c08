import type { Db } from '../../db/connect.ts';
import { examplesFor } from '../../db/examples.ts';
import { groupById } from '../../db/groups.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { similarExamples } from '../../src/examples.ts';
import { isPrivateTopic } from '../../src/private-topic.ts';
import { aboutExamples } from '../../src/texts.ts';

/** One line for the cadre's card: how a matter of this sort was handled well before; null when none was. */
export async function exampleHint(tx: Db, ticket: PlacedTicket): Promise<string | null> {
  const group = ticket.kind === 'request' ? await groupById(tx, ticket.groupId) : null;
  if (!group || isPrivateTopic(ticket.topic)) return null;
  const [best] = similarExamples(ticket.topic, await examplesFor(tx, group.unitId), 1);
  return best ? aboutExamples.hint(best) : null;
}
