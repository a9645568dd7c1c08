import { afterEach, beforeEach, expect, it } from 'vitest';
import { ticketByNumber } from '../../db/tickets.ts';
import { GROUP, MEMBER, openWorld, STRANGER, type TestWorld, TUESDAY } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

it('of a chat that is ahead is not believed: nothing was said after it was heard', async () => {
  const at = new Date(TUESDAY.getTime() + 40_000);
  world.chat.say({ from: MEMBER, groupId: GROUP, text: '帮我记一下 楼道灯坏了', mentionsBot: true, at });
  await world.say(STRANGER, '嗯');
  expect((await ticketByNumber(world.open.db, 1))?.openedAt).toEqual(TUESDAY);
});
