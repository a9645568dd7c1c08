import { and, desc, eq, gte } from 'drizzle-orm';
import { dayOf, startOfDay } from '../src/time.ts';
import type { Db } from './connect.ts';
import { contacts } from './schema.ts';

/** 见面, 通话: a contact outside the chat, as its cadre logged it. */
export type Contact = typeof contacts.$inferSelect;

/** What tells one contact from every other. */
export type ContactName = Pick<Contact, 'cadreId' | 'personId' | 'at'>;

const isNamed = ({ cadreId, personId, at }: ContactName) =>
  and(eq(contacts.cadreId, cadreId), eq(contacts.personId, personId), eq(contacts.at, at));

/** Logs a contact that its member has not acknowledged yet; null when this pair has one of the same way today. */
export async function logContact(tx: Db, contact: Omit<Contact, 'acknowledged'>): Promise<Contact | null> {
  const { cadreId, personId, at, way } = contact;
  const today = await tx
    .select({ way: contacts.way, at: contacts.at })
    .from(contacts)
    .where(
      and(
        eq(contacts.cadreId, cadreId),
        eq(contacts.personId, personId),
        gte(contacts.at, startOfDay(dayOf(at))),
      ),
    );
  if (today.some(row => row.way === way)) return null;
  // A visit and a call told in one breath are told apart by their moments.
  const later = Math.max(at.getTime(), ...today.map(row => row.at.getTime() + 1));
  const [row] = await tx
    .insert(contacts)
    .values({ ...contact, at: new Date(later), acknowledged: false })
    .returning();
  return row ?? null;
}

/** The member says that it was so; false when there is no such contact any more. */
export async function acknowledgeContact(tx: Db, name: ContactName): Promise<boolean> {
  const rows = await tx
    .update(contacts)
    .set({ acknowledged: true })
    .where(isNamed(name))
    .returning({ at: contacts.at });
  return rows.length > 0;
}

/** The member says that it was not so: the contact as it stood; null when there is none that waits for the word. */
export async function removeContact(tx: Db, name: ContactName): Promise<Contact | null> {
  const [row] = await tx
    .delete(contacts)
    .where(and(isNamed(name), eq(contacts.acknowledged, false)))
    .returning();
  return row ?? null;
}

/** What one cadre logged, the newest first. */
export async function contactsOfCadre(db: Db, cadreId: string): Promise<Contact[]> {
  return db.select().from(contacts).where(eq(contacts.cadreId, cadreId)).orderBy(desc(contacts.at));
}
