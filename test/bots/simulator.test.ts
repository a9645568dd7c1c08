import { describe, expect, it } from 'vitest';
import { createSimulatorWorld } from '../../bots/simulator/world.ts';
import type { Said, WorldEvent } from '../../bots/simulator/world-types.ts';

function aWorld(most?: number) {
  const clock = { at: new Date('2026-11-23T01:00:00Z'), now: () => clock.at };
  const world = createSimulatorWorld({ clock, ...(most === undefined ? {} : { most }) });
  world.addPerson({ id: 'zhang', name: '张三', isContact: true });
  world.addPerson({ id: 'li', name: '李四' });
  world.addGroup({ id: 'g1', name: '幸福小区', members: [{ id: 'zhang', alias: '3栋' }, { id: 'li' }] });
  const events: WorldEvent[] = [];
  world.wire.onEvent(event => void events.push(event));
  return { world, clock, events };
}
const nothingElse = { mentions: [], picture: null };

describe('the simulated chat', () => {
  it('stamps what is said with its own clock', () => {
    const { world, clock } = aWorld();
    world.say({ from: 'li', groupId: 'g1', text: '早' });
    clock.at = new Date('2026-11-30T01:00:00Z');
    world.say({ from: 'li', groupId: 'g1', text: '晚' });
    expect(world.history('g1').map(message => message.at.toISOString())).toEqual([
      '2026-11-23T01:00:00.000Z',
      '2026-11-30T01:00:00.000Z',
    ]);
  });

  it('mentions people by the alias of the group, with the separator of the device', () => {
    const { world } = aWorld();
    world.say({ from: 'li', groupId: 'g1', text: '在吗', mentions: ['zhang'], mentionsBot: true });
    world.say({ from: 'li', groupId: 'g1', text: '在吗', mentions: ['zhang'], fromComputer: true });
    expect(world.history('g1').map(message => message.text)).toEqual([
      '@小暖\u2005@3栋\u2005在吗',
      '@3栋 在吗',
    ]);
  });

  it('keeps group talk and private talk apart', () => {
    const { world } = aWorld();
    world.say({ from: 'zhang', groupId: 'g1', text: '在群里' });
    world.say({ from: 'zhang', groupId: null, text: '悄悄话' });
    world.wire.send('zhang', { text: '收到', ...nothingElse });
    expect(world.history('g1').map(message => message.text)).toEqual(['在群里']);
    expect(world.history('zhang').map(message => message.text)).toEqual(['悄悄话', '收到']);
    expect(world.history('li')).toEqual([]);
  });

  it('refuses a private word to somebody who is no friend, and records nothing', () => {
    const { world } = aWorld();
    const said: Said[] = [];
    world.onSaid(one => void said.push(one));
    expect(() => world.wire.send('li', { text: '您好', ...nothingElse })).toThrow(/朋友验证/);
    expect(said).toEqual([]);
    world.befriend('li');
    world.wire.send('li', { text: '您好', ...nothingElse });
    expect(said).toMatchObject([{ to: 'li', groupId: null, text: '您好' }]);
    world.unfriend('li');
    expect(() => world.wire.send('li', { text: '您好', ...nothingElse })).toThrow(/朋友验证/);
  });

  it('refuses words from strangers to the group, and names what is unknown', () => {
    const { world, events } = aWorld();
    world.leave('g1', 'li');
    events.length = 0;
    expect(() => world.say({ from: 'li', groupId: 'g1', text: '?' })).toThrow(/不在这个群里/);
    expect(() => world.say({ from: 'nobody', groupId: 'g1', text: '?' })).toThrow(/nobody/);
    expect(() => world.say({ from: 'li', groupId: 'g9', text: '?' })).toThrow(/g9/);
    expect(events).toEqual([]);
  });

  it('recalls a message for good', () => {
    const { world } = aWorld();
    const id = world.say({ from: 'li', groupId: 'g1', text: '发错了' });
    world.recall(id);
    expect(world.history('g1')).toMatchObject([{ kind: 'recall', text: id, from: 'li' }]);
    expect(() => world.recall(id)).toThrow();
  });

  it('redelivers a message under its own id or a new one', () => {
    const { world, events } = aWorld();
    const id = world.say({ from: 'li', groupId: 'g1', text: '+1' });
    world.redeliver(id);
    world.redeliver(id, 'm2');
    expect(events).toEqual([id, id, 'm2'].map(messageId => ({ kind: 'message', messageId })));
    expect(world.wire.message('m2')).toMatchObject({ from: 'li', text: '+1' });
  });

  it('remembers no more than it may', () => {
    const { world } = aWorld(100);
    for (let n = 0; n < 1_000; n++) world.say({ from: 'li', groupId: 'g1', text: String(n) });
    const texts = world.history('g1').map(message => message.text);
    expect(texts).toHaveLength(100);
    expect([texts[0], texts.at(-1)]).toEqual(['900', '999']);
  });

  it('accepts a friend request once', () => {
    const { world, events } = aWorld();
    const id = world.requestFriend('li', '我是李四');
    world.wire.acceptRequest(id);
    world.wire.acceptRequest(id);
    expect(world.people().find(person => person.id === 'li')?.isContact).toBe(true);
    expect(events.filter(event => event.kind === 'friendship')).toHaveLength(2);
  });
});
