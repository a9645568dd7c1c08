import { expect, it } from 'vitest';
import { createMemory, hearIn, settleIn } from '../../../../src/understanding/replies/memory.ts';

it('a room remembers no more however long it talks', () => {
  const memory = createMemory();
  for (let at = 0; at < 9000; at++) {
    const line = {
      id: `${at}`,
      atMs: at * 1000,
      sender: `人${at}`,
      text: `第${at}件事 word${at}a other${at}b`,
    };
    const heard = hearIn(memory, line);
    settleIn(memory, heard, memory.recent.slice(-1));
  }
  expect(memory.recent.length).toBeLessThanOrEqual(600);
  expect(memory.speakers.size).toBeLessThanOrEqual(2000);
  expect(memory.seenIn.size).toBeLessThanOrEqual(30_010);
  expect(memory.talks.size).toBeLessThanOrEqual(4000);
  expect(memory.partnerOf.size).toBeLessThanOrEqual(2000);
  const [oldest] = memory.recent;
  let depth = 0;
  for (let each = oldest?.repliesTo; each; each = each.repliesTo) depth++;
  expect(depth).toBeLessThan(700);
});
