import { eq } from 'drizzle-orm';
import { spelledNames } from '../../src/names-out.ts';
import { type SwapId, swapId } from '../../src/swap-id.ts';
import type { Db } from '../connect.ts';
import { bindings, faqCandidates, memberships, messages, people } from '../schema.ts';
import { type PlacedTicket, ticketsOfRequester } from '../tickets.ts';

/** So much of a long name a list shows at most. */
const NAME_SHOWN = 8;
/** So many signs of somebody's words are sure to be theirs, and stand where the words are shortened. */
const PROBE = 8;
const LEAST_PROBE = 5;

/** Whose data go, and by what they are found. */
export interface Owner {
  id: string;
  goneId: string;
  now: Date;
  swap: SwapId;
  /** Ids of the chat and names, the part of them that lists show too. */
  names: readonly string[];
  messages: readonly { placeId: string; id: string; text: string | null; trace: string }[];
  tickets: readonly PlacedTicket[];
  /** How words of theirs begin, where others' lists may quote them. */
  probes: readonly string[];
}

const probeOf = (words: string): string => [...words.trim()].slice(0, PROBE).join('');

/** Finds what belongs to somebody, before any of it is touched. `names` are those an earlier pass knew. */
export async function ownerOf(
  tx: Db,
  who: { id: string; goneId: string; names: readonly string[] },
  now: Date,
): Promise<Owner> {
  const { id, goneId } = who;
  const persons = await tx.select({ name: people.name }).from(people).where(eq(people.id, id));
  const aliases = await tx
    .select({ name: memberships.alias })
    .from(memberships)
    .where(eq(memberships.personId, id));
  const chatIds = await tx.select({ name: bindings.chatId }).from(bindings).where(eq(bindings.ownId, id));
  const said = await tx
    .select({ placeId: messages.placeId, id: messages.id, text: messages.text, trace: messages.trace })
    .from(messages)
    .where(eq(messages.senderId, id));
  const mine = new Set(said.map(message => message.id));
  const asked = (await tx.select().from(faqCandidates)).filter(each =>
    each.messageIds.some(messageId => mine.has(messageId)),
  );
  const tickets = await ticketsOfRequester(tx, id);
  const called = [...persons, ...aliases].flatMap(({ name }) => name ?? []);
  const words = [
    ...said.map(message => message.text ?? ''),
    ...tickets.map(ticket => ticket.topic),
    ...asked.map(each => each.question),
  ];
  return {
    id,
    goneId,
    now,
    swap: swapId(id, goneId),
    names: [
      ...new Set([...spelledNames(called, NAME_SHOWN), ...chatIds.map(each => each.name), ...who.names]),
    ],
    messages: said,
    tickets,
    probes: [...new Set(words.map(probeOf))].filter(probe => [...probe].length >= LEAST_PROBE),
  };
}
