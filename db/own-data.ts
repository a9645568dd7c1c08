import { and, count, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { OwnData } from '../src/own-data.ts';
import type { Db } from './connect.ts';
import {
  contacts,
  faqAnswers,
  groups,
  links,
  memberships,
  messages,
  outbox,
  people,
  surveyAsks,
  surveyRefusals,
  ticketEvents,
  tickets,
} from './schema.ts';

const textsStanding = (personId: string) =>
  and(eq(messages.senderId, personId), inArray(messages.textState, ['kept', 'held']));

const countOf = async (query: Promise<{ n: number }[]>): Promise<number> => (await query)[0]?.n ?? 0;

/** How much is kept about somebody, by kind: what 我的数据 shows. Words that go within half an hour are not counted as kept. */
export async function countOwnData(db: Db, personId: string) {
  const own = await db.select().from(tickets).where(eq(tickets.requesterId, personId));
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  return {
    tickets: own.filter(ticket => !ticket.isErased).length,
    ratings: own.filter(ticket => ticket.stars !== null).length,
    texts: await countOf(
      db
        .select({ n: count() })
        .from(messages)

        .where(and(eq(messages.senderId, personId), eq(messages.textState, 'kept'))),
    ),
    groups: await countOf(
      db
        .select({ n: count() })
        .from(memberships)
        .where(and(eq(memberships.personId, personId), isNull(memberships.leftAt))),
    ),
    links: await countOf(
      db
        .select({ n: count() })
        .from(links)
        .where(and(eq(links.personId, personId), isNull(links.toAt))),
    ),
    isContact: person?.isContact ?? false,
    isOptedOut: (person?.optedOutAt ?? null) !== null,
  };
}

async function saidBy(db: Db, personId: string) {
  return db
    .select({ at: messages.sentAt, text: messages.text, group: groups.name })
    .from(messages)
    .leftJoin(groups, eq(groups.id, messages.placeId))
    .where(textsStanding(personId))
    .orderBy(messages.sentAt, messages.id);
}

async function askedBy(db: Db, personId: string) {
  const own = await db
    .select()
    .from(tickets)
    .where(eq(tickets.requesterId, personId))
    .orderBy(tickets.number);
  const events = own.length
    ? await db
        .select()
        .from(ticketEvents)
        .where(
          inArray(
            ticketEvents.ticketId,
            own.map(ticket => ticket.id),
          ),
        )
        .orderBy(ticketEvents.ticketId, ticketEvents.seq)
    : [];
  return own.map(ticket => ({ ticket, events: events.filter(event => event.ticketId === ticket.id) }));
}

const groupsOf = (db: Db, personId: string) =>
  db
    .select({
      name: groups.name,
      alias: memberships.alias,
      joinedAt: memberships.joinedAt,
      leftAt: memberships.leftAt,
    })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(eq(memberships.personId, personId))
    .orderBy(groups.id);

const verdictsBy = (db: Db, personId: string) =>
  db
    .select({ at: faqAnswers.verdictAt, verdict: faqAnswers.verdict })
    .from(faqAnswers)
    .innerJoin(messages, eq(messages.id, faqAnswers.messageId))
    .where(eq(messages.senderId, personId))
    .orderBy(faqAnswers.at);

const toldInPrivate = (db: Db, personId: string) =>
  db
    .select({ at: outbox.sentAt, text: outbox.text })
    .from(outbox)
    .where(and(eq(outbox.placeId, personId), eq(outbox.isPrivate, true), eq(outbox.kind, 'text')))
    .orderBy(outbox.createdAt, outbox.id);

/** Every row that is about somebody, for the file they may have: only what is theirs; null for nobody known. */
export async function ownDataOf(db: Db, personId: string): Promise<OwnData | null> {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person) return null;
  const refused = await db.select().from(surveyRefusals).where(eq(surveyRefusals.personId, personId));
  const asks = await db
    .select()
    .from(surveyAsks)
    .where(eq(surveyAsks.personId, personId))
    .orderBy(surveyAsks.askedAt);
  const heard = db.select({ n: count() }).from(messages).where(eq(messages.senderId, personId));
  return {
    person,
    isSurveyRefused: refused.length > 0,
    groups: await groupsOf(db, personId),
    said: await saidBy(db, personId),
    heard: await countOf(heard),
    asked: await askedBy(db, personId),
    verdicts: await verdictsBy(db, personId),
    links: await db.select().from(links).where(eq(links.personId, personId)).orderBy(links.fromAt),
    contacts: await db.select().from(contacts).where(eq(contacts.personId, personId)).orderBy(contacts.at),
    surveys: asks.map(({ askedAt, answeredAt }) => ({ askedAt, isAnswered: answeredAt !== null })),
    told: await toldInPrivate(db, personId),
  };
}

/** Names of everybody else in the groups the person is or was in, and of the staff: none of them goes into the person's file. */
export async function othersAround(db: Db, personId: string): Promise<string[]> {
  const mine = db
    .select({ id: memberships.groupId })
    .from(memberships)
    .where(eq(memberships.personId, personId));
  const near = await db
    .select({ name: people.name, alias: memberships.alias })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(memberships.groupId, mine), ne(people.id, personId)));
  const staff = await db
    .select({ name: people.name })
    .from(people)
    .where(
      and(inArray(people.role, ['cadre-full-time', 'cadre-part-time', 'leader']), ne(people.id, personId)),
    );
  return [
    ...near.flatMap(({ name, alias }) => (alias ? [name, alias] : [name])),
    ...staff.map(each => each.name),
  ];
}
