import { and, eq, inArray, like, ne, or, sql } from 'drizzle-orm';
import { isSureName, withoutNames } from '../../src/names-out.ts';
import type { Db } from '../connect.ts';
import { FORGOTTEN } from '../retention.ts';
import { digests, outbox } from '../schema.ts';
import type { Owner } from './owner.ts';

type Row = typeof outbox.$inferSelect;

const CHUNK = 200;

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) => all.slice(n * CHUNK, (n + 1) * CHUNK));

/** Signs that show that something said was about this person. */
const signsOf = ({ names, probes, tickets }: Owner): string[] => [
  ...names,
  ...probes,
  ...tickets.map(ticket => `第${ticket.number}件`),
];

interface Saying {
  row: Row;
  /** Said to them or because of them, not only quoting them among others. */
  isTheirs: boolean;
}

/** What the bot said, or is about to say, to this person, because of them or of one of their tickets, or quoting them. */
async function sayingsAbout(tx: Db, owner: Owner): Promise<Saying[]> {
  const found = new Map<string, Saying>();
  const rowsWhere = (where: ReturnType<typeof or>) =>
    tx
      .select()
      .from(outbox)
      .where(and(ne(outbox.text, FORGOTTEN), where));
  const theirs = async (where: ReturnType<typeof or>) => {
    for (const row of await rowsWhere(where)) found.set(row.id, { row, isTheirs: true });
  };
  await theirs(eq(outbox.placeId, owner.id));
  await theirs(like(sql`cast(${outbox.mentions} as text)`, `%"${owner.id}"%`));
  for (const traces of chunks(owner.messages.map(message => message.trace)))
    await theirs(inArray(outbox.trace, traces));
  for (const ids of chunks([...owner.tickets, ...owner.messages].map(each => each.id)))
    await theirs(or(...ids.map(id => like(outbox.key, `%${id}%`))));
  for (const signs of chunks(signsOf(owner)))
    for (const row of await rowsWhere(or(...signs.map(sign => like(outbox.text, `%${sign}%`)))))
      if (!found.has(row.id) && signs.some(sign => row.text.includes(sign)))
        found.set(row.id, { row, isTheirs: false });
  return [...found.values()];
}

/** A list that is still to be said goes on without their name and without the words of their tickets. */
const withoutThem = (text: string, { tickets, names }: Owner): string =>
  withoutNames(
    tickets.reduce(
      (left, { number }) => left.replace(new RegExp(`第${number}件 [^（、；。]*`, 'gu'), `第${number}件`),
      text,
    ),
    names.filter(isSureName),
  );

/** What becomes of one row: words that were said go, what waits for them is not said, what waits for others is said without them. */
function erasedRow({ row, isTheirs }: Saying, owner: Owner): Partial<Row> {
  if (row.state === 'queued' && !isTheirs) return { text: withoutThem(row.text, owner) };
  const cancelled = { state: 'failed' as const, reason: 'the person had their data deleted' };
  return {
    text: FORGOTTEN,
    image: null,
    chatMessageId: row.placeId === owner.id ? null : row.chatMessageId,
    ...(row.state === 'queued' ? cancelled : {}),
  };
}

/** Takes the person's words and name out of the outbox. */
export async function eraseSayings(tx: Db, owner: Owner): Promise<number> {
  const sayings = await sayingsAbout(tx, owner);
  for (const saying of sayings) {
    const { placeId, key } = saying.row;
    await tx
      .update(outbox)
      .set(erasedRow(saying, owner))
      .where(and(eq(outbox.placeId, placeId), eq(outbox.key, key)));
  }
  return sayings.length;
}

/** A leader's digest that quotes the person keeps its picture and its counts, not its words. */
export async function eraseDigests(tx: Db, owner: Owner): Promise<void> {
  for (const signs of chunks(signsOf(owner)))
    await tx
      .update(digests)
      .set({ text: FORGOTTEN })
      .where(or(...signs.map(sign => like(digests.text, `%${sign}%`))));
}
