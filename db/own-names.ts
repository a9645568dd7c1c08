import { eq } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { memberships, people } from './schema.ts';

/** 更正: the name the person asked to be called by, in every group; it stands until the chat shows another one than now. */
export async function correctName(tx: Db, personId: string, name: string): Promise<void> {
  await tx.update(people).set({ name }).where(eq(people.id, personId));
  await tx.update(memberships).set({ alias: null }).where(eq(memberships.personId, personId));
}
