import { and, eq, gt, isNull } from 'drizzle-orm';
import { MINUTE_MS } from '../src/time.ts';
import type { Db } from './connect.ts';
import { prompts } from './schema.ts';

/** A bare digit or word answers only the bot's last question to that same person within this time. */
export const PROMPT_MS = 10 * MINUTE_MS;

export type Prompt = typeof prompts.$inferSelect;

/** Remembers what the bot has just asked; an older question to the same person in the same place is forgotten. */
export async function askPrompt(
  db: Db,
  prompt: { placeId: string; personId: string; kind: string; data: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const row = { ...prompt, askedAt: now, answeredAt: null };
  await db
    .insert(prompts)
    .values(row)
    .onConflictDoUpdate({ target: [prompts.placeId, prompts.personId], set: row });
}

export async function openPrompt(
  db: Db,
  placeId: string,
  personId: string,
  now: Date,
): Promise<Prompt | null> {
  const [found] = await db
    .select()
    .from(prompts)
    .where(
      and(
        eq(prompts.placeId, placeId),
        eq(prompts.personId, personId),
        isNull(prompts.answeredAt),
        gt(prompts.askedAt, new Date(now.getTime() - PROMPT_MS)),
      ),
    );
  return found ?? null;
}

export async function endPrompt(db: Db, placeId: string, personId: string, now: Date): Promise<void> {
  await db
    .update(prompts)
    .set({ answeredAt: now })
    .where(and(eq(prompts.placeId, placeId), eq(prompts.personId, personId)));
}
