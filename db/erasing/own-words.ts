import { and, eq, inArray, isNull, like, or } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { forgetLearned } from '../faq.ts';
import { FORGOTTEN } from '../retention.ts';
import { decisions, examples, faqCandidates, messageBindings, messages, themes } from '../schema.ts';
import type { Owner } from './owner.ts';

/** What the person said: that it was said stays, by nobody; the words, and the chat's ids of them, go. */
export async function eraseMessages(tx: Db, owner: Owner): Promise<void> {
  await tx
    .update(messages)
    .set({ decidedAt: owner.now })
    .where(and(eq(messages.senderId, owner.id), isNull(messages.decidedAt)));
  for (const { placeId, id } of owner.messages) {
    await tx
      .delete(messageBindings)
      .where(and(eq(messageBindings.placeId, placeId), eq(messageBindings.messageId, id)));
    await tx
      .update(decisions)
      .set({ topic: null, offerAt: null })
      .where(and(eq(decisions.placeId, placeId), eq(decisions.messageId, id)));
  }
  await tx
    .update(messages)
    .set({ senderId: owner.goneId, text: null, textState: 'dropped' })
    .where(eq(messages.senderId, owner.id));
}

/** What others could have learned of the person's words: questions that wait for an answer, phrasings, examples. */
export async function eraseLearned(tx: Db, owner: Owner): Promise<void> {
  const mine = new Set(owner.messages.map(message => message.id));
  const waiting = await tx
    .select()
    .from(faqCandidates)
    .where(inArray(faqCandidates.state, ['pending', 'dismissed']));
  for (const { id, messageIds, question, state } of waiting) {
    const others = messageIds.filter(messageId => !mine.has(messageId));
    if (others.length === messageIds.length) continue;
    // What others asked in their own words goes on waiting.
    const isTheirs = others.length > 0 && !owner.probes.some(probe => question.includes(probe));
    const gone = { state: 'dismissed' as const, question: FORGOTTEN, answer: null };
    const decidedAt = state === 'pending' ? { decidedAt: owner.now } : {};
    await tx
      .update(faqCandidates)
      .set({ messageIds: others, ...(isTheirs ? {} : { ...gone, ...decidedAt }) })
      .where(eq(faqCandidates.id, id));
  }
  await forgetLearned(
    tx,
    owner.messages.flatMap(message => message.text ?? []),
  );
  for (const quoted of mine)
    await tx.update(themes).set({ quote: null, quoteOfId: null }).where(eq(themes.quoteOfId, quoted));
  // A theme quotes an example, which leads back to nobody: it is found by the words.
  for (const probe of owner.probes)
    await tx
      .update(themes)
      .set({ quote: null, quoteOfId: null })
      .where(like(themes.quote, `%${probe}%`));
  for (const probe of owner.probes)
    await tx.delete(examples).where(or(like(examples.need, `%${probe}%`), like(examples.done, `%${probe}%`)));
}
