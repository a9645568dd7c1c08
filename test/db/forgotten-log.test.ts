import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetWords } from '../../db/retention.ts';
import { tickets } from '../../db/schema.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { openingOf, replay } from '../../src/ticket.ts';
import { CADRE, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** What the log of 第1件 says once its words are gone. */
async function forgottenTicket() {
  const { db } = world.open;
  await forgetWords(db, new Date(world.now().getTime() + 1));
  const [row] = await db.select().from(tickets).where(eq(tickets.number, 1));
  const events = row ? await eventsOf(db, row) : [];
  const [first] = events;
  const opening = first && row ? openingOf(first, row.groupId) : null;
  if (!row || !opening) throw new Error('the log of 第1件 has no opening');
  return { row, told: replay(opening, events) };
}

it('of a suggestion that was answered still tells that it was closed, once its words are gone', async () => {
  await world.say(MEMBER, '建议 活动室周末也开放', { mention: true });
  await world.say(CADRE, '办结 1 从下周起周末也开', { group: null });
  expect((await forgottenTicket()).told.state).toBe('closed');
});

it('does not take a supplement without its words for a picture', async () => {
  await world.say(MEMBER, '帮我记一下 楼道灯坏了', { mention: true });
  await world.say(MEMBER, '补充 1 是三楼的', { mention: true });
  await world.say(CADRE, '办结 1 换好了', { group: null });
  const { told } = await forgottenTicket();
  expect(told.pictures).toBe((await ticketByNumber(world.open.db, 1))?.pictures);
});
