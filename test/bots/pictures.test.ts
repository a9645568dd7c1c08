import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { CADRE, GROUP, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

const REQUEST = '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下';
const PICTURE = { name: 'a.jpg', base64: 'aGVsbG8=' };

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function send(from: string, group: string | null): Promise<string[]> {
  world.chat.say({ from, groupId: group, text: '', picture: PICTURE });
  return (await world.passTo(world.now())).map(each => each.text);
}

const ticket = async () => {
  const found = await ticketByNumber(world.open.db, 1);
  if (!found) throw new Error('there is no ticket');
  return found;
};

describe('in the group', () => {
  it('a picture alone is never answered', async () => expect(await send(MEMBER, GROUP)).toEqual([]));

  it('a picture between the request and 记录 is kept by reference, and the card counts it', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await send(MEMBER, GROUP);
    await send(STRANGER, GROUP);
    await world.say(MEMBER, '记录');
    expect(await ticket()).toMatchObject({ pictures: 1 });
    expect(world.saidTo(CADRE).at(-1)).toContain('附图1张');
  });

  it('a picture within ten minutes after is kept too, quietly, and a later one is not', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '记录');
    expect(await send(MEMBER, GROUP)).toEqual([]);
    await send(STRANGER, GROUP);
    await send(MEMBER, null);
    expect(await ticket()).toMatchObject({ pictures: 1 });
    await world.jumpTo('2026-11-24T10:11:00+08:00');
    await send(MEMBER, GROUP);
    expect(await ticket()).toMatchObject({ pictures: 1 });
    expect(await world.say(MEMBER, '进度 1')).toEqual([expect.stringContaining('附图1张')]);
  });

  it('the same picture is attached once, however often the chat brings it', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    const id = world.chat.say({ from: MEMBER, groupId: GROUP, text: '', picture: PICTURE });
    await world.passTo(world.now());
    world.chat.redeliver(id);
    await world.say(MEMBER, '记录');
    const attached = (await eventsOf(world.open.db, await ticket())).filter(each => each.act === 'attach');
    expect(attached).toHaveLength(1);
    expect(Object.keys(attached[0]?.data ?? {})).not.toContain('text');
  });

  it('a picture of a ticket that is done is not attached', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '记录');
    await world.say(MEMBER, '不用了 1');
    await send(MEMBER, GROUP);
    expect(await ticket()).toMatchObject({ pictures: 0, state: 'withdrawn' });
  });
});

describe('in private', () => {
  it('a picture alone is asked about once in ten minutes', async () => {
    expect(await send(MEMBER, null)).toEqual(['图片收到了。要办什么事，请写一句话给我。']);
    expect(await send(MEMBER, null)).toEqual([]);
    await world.jumpTo('2026-11-24T10:11:00+08:00');
    expect(await send(MEMBER, null)).toHaveLength(1);
  });

  it('the words that follow take the picture along, and a later picture is said to be kept', async () => {
    await send(MEMBER, null);
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { group: null });
    expect(await ticket()).toMatchObject({ pictures: 1 });
    expect(await send(MEMBER, null)).toEqual(['好，图片附在第1件了。']);
    expect(await send(MEMBER, null)).toEqual([]);
    expect(await ticket()).toMatchObject({ pictures: 3 });
  });
});
