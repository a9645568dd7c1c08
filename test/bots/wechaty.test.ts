import { afterEach, describe, expect, it, vi } from 'vitest';
import { SimulatorPuppet, type SimulatorPuppetOptions } from '../../bots/simulator/puppet.ts';
import { createSimulatorWorld, type SimulatorWorld } from '../../bots/simulator/world.ts';
import type { Gap, Patience } from '../../bots/supervise.ts';
import { openWechatyChannel } from '../../bots/wechaty.ts';
import type { Channel, ChatEvent, HeardMessage } from '../../src/chat.ts';
import { isFailure } from '../../src/errors.ts';

const NOW = new Date('2026-11-23T01:00:00Z');
const clock = { now: () => NOW };
const GROUP = 'g1@chatroom';
const open: Channel[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(channel => channel.stop()));
});

function neighbourhood(): SimulatorWorld {
  const world = createSimulatorWorld({ clock, bot: { id: 'bot', name: '小暖' } });
  world.addPerson({ id: 'zhang', name: '张三', isContact: true });
  world.addPerson({ id: 'li', name: '李四' });
  world.addGroup({
    id: GROUP,
    name: '幸福小区',
    members: [{ id: 'zhang', alias: '3栋张三' }, { id: 'li' }],
    botAlias: '小区服务号',
  });
  return world;
}

interface Opened {
  world: SimulatorWorld;
  channel: Channel;
  puppet: SimulatorPuppet;
  events: ChatEvent[];
  gaps: Gap[];
  problems: string[];
  heard(): HeardMessage[];
  hears(count: number): Promise<HeardMessage[]>;
}

async function openChannel(
  world = neighbourhood(),
  { patience, ...options }: SimulatorPuppetOptions & { patience?: Partial<Patience> } = {},
): Promise<Opened> {
  const puppet = new SimulatorPuppet(world, { selfEcho: false, ...options });
  const [events, gaps, problems]: [ChatEvent[], Gap[], string[]] = [[], [], []];
  const note = (fields: Record<string, unknown>, says: string) =>
    void problems.push(`${says} ${JSON.stringify(fields)}`);
  const channel = openWechatyChannel({
    puppet,
    clock,
    log: { info: () => {}, warn: note, error: note },
    onGap: gap => void gaps.push(gap),
    giveUp: reason => void problems.push(`gave up: ${reason}`),
    stopMs: 400,
    ...(patience ? { patience } : {}),
  });
  open.push(channel);
  channel.onEvent(async event => void events.push(event));
  await channel.start();
  const heard = () => events.flatMap(event => (event.kind === 'message' ? [event.message] : []));
  const hears = (count: number) =>
    vi.waitFor(() => {
      expect(heard()).toHaveLength(count);
      return heard();
    });
  return { world, channel, puppet, events, gaps, problems, heard, hears };
}

const sees = async <K extends ChatEvent['kind']>(events: ChatEvent[], kind: K) =>
  vi.waitFor(() => {
    const event = events.find((one): one is Extract<ChatEvent, { kind: K }> => one.kind === kind);
    expect(event).toBeDefined();
    return event;
  });

describe('what is heard', () => {
  it('tells who said what, where and when', async () => {
    const { world, hears } = await openChannel();
    const at = new Date('2026-11-23T00:59:58.123Z');
    const id = world.say({ from: 'li', groupId: GROUP, text: '电梯坏了', at });
    expect(await hears(1)).toEqual([
      {
        chatMessageId: id,
        chatGroupId: GROUP,
        chatPrivateWithId: null,
        chatSenderId: 'li',
        isSelf: false,
        kind: 'text',
        text: '电梯坏了',
        sentAt: at,
        mentions: [],
        mentionsBot: false,
        quotedChatMessageId: null,
        recalledChatMessageId: null,
      },
    ]);
  });

  it('knows a private chat by its missing group, and whose it is from both sides', async () => {
    const { world, channel, hears } = await openChannel(neighbourhood(), { selfEcho: true });
    world.say({ from: 'zhang', groupId: null, text: '我的进度' });
    await hears(1);
    await channel.sayText({ chatPersonId: 'zhang' }, '在办', []);
    expect(await hears(2)).toMatchObject([
      { chatGroupId: null, chatPrivateWithId: 'zhang', isSelf: false, text: '我的进度' },
      { chatGroupId: null, chatPrivateWithId: 'zhang', isSelf: true, text: '在办' },
    ]);
  });

  it('takes a stamp in seconds for what it is', async () => {
    const { world, puppet, hears } = await openChannel();
    const parse = puppet.messageRawPayloadParser.bind(puppet);
    puppet.messageRawPayloadParser = async raw => {
      const payload = await parse(raw);
      return { ...payload, timestamp: Math.floor(payload.timestamp / 1000) };
    };
    world.say({ from: 'li', groupId: GROUP, text: '你好', at: new Date('2026-11-23T00:59:58.700Z') });
    const [message] = await hears(1);
    expect(message?.sentAt).toEqual(new Date('2026-11-23T00:59:58Z'));
  });

  it.each([
    ['a telephone', { fromComputer: false }],
    ['a computer', { fromComputer: true }],
    ['a puppet that tells no mention ids', { mentionIdsLost: true }],
  ])('sees that the bot is mentioned by its alias, from %s', async (_from, how) => {
    const { world, hears } = await openChannel();
    world.say({ from: 'li', groupId: GROUP, text: '电梯坏了', mentionsBot: true, ...how });
    const [message] = await hears(1);
    expect(message).toMatchObject({ text: '电梯坏了', mentionsBot: true, mentions: ['bot'] });
  });

  it.each([
    ['@小暖 几点开门', true, '几点开门'],
    ['几点开门@小暖', true, '几点开门'],
    ['@小暖宝宝 来吃饭', false, '@小暖宝宝 来吃饭'],
    ['@所有人 明天停水', false, '@所有人 明天停水'],
    ['写信给a@小暖.com', false, '写信给a@小暖.com'],
  ])('reads %s', async (text, mentionsBot, rest) => {
    const { world, hears } = await openChannel();
    world.say({ from: 'li', groupId: GROUP, text });
    expect(await hears(1)).toMatchObject([{ mentionsBot, text: rest }]);
  });

  it('leaves the mention of somebody else in the text', async () => {
    const { world, hears } = await openChannel();
    world.say({ from: 'li', groupId: GROUP, text: '麻烦看看', mentionsBot: true, mentions: ['zhang'] });
    expect(await hears(1)).toMatchObject([{ mentions: ['bot', 'zhang'], text: '@3栋张三\u2005麻烦看看' }]);
  });

  it('finds the quoted message, and takes only the reply for the text', async () => {
    const { world, hears } = await openChannel();
    const asked = world.say({ from: 'zhang', groupId: GROUP, text: '水费怎么交？\n在线等' });
    world.say({ from: 'li', groupId: GROUP, text: '水费怎么交？\n在线等' });
    world.say({ from: 'li', groupId: GROUP, text: '我也想知道', replyTo: asked });
    const heard = await hears(3);
    expect(heard[2]).toMatchObject({ text: '我也想知道', quotedChatMessageId: asked });
  });

  it('finds a quoted picture, and a quoted word of its own', async () => {
    const { world, channel, hears } = await openChannel();
    const shown = world.say({
      from: 'li',
      groupId: GROUP,
      text: '',
      picture: { name: 'a.png', base64: 'AAAA' },
    });
    await hears(1);
    const own = await channel.sayText({ chatGroupId: GROUP }, '已记为第12件', []);
    world.say({ from: 'zhang', groupId: GROUP, text: '看不清', replyTo: shown });
    world.say({ from: 'zhang', groupId: GROUP, text: '解决了', replyTo: own });
    const heard = await hears(3);
    expect(heard[0]).toMatchObject({ kind: 'image', text: '' });
    expect(heard[1]).toMatchObject({ text: '看不清', quotedChatMessageId: shown });
    expect(heard[2]).toMatchObject({ text: '解决了', quotedChatMessageId: own });
  });

  it('tells which message was recalled', async () => {
    const { world, hears } = await openChannel();
    const id = world.say({ from: 'li', groupId: GROUP, text: '发错了' });
    world.recall(id);
    const heard = await hears(2);
    expect(heard[1]).toMatchObject({
      kind: 'recall',
      recalledChatMessageId: id,
      chatSenderId: 'li',
      text: '',
    });
  });

  it('passes a message on as often as the chat delivers it', async () => {
    const { world, hears } = await openChannel();
    const id = world.say({ from: 'li', groupId: GROUP, text: '+1' });
    world.redeliver(id);
    world.redeliver(id, 'again');
    expect((await hears(3)).map(message => message.chatMessageId)).toEqual([id, id, 'again']);
  });

  it('keeps the order within groups never seen before, while a slow listener holds up only its own group', async () => {
    const world = neighbourhood();
    const groups = Array.from({ length: 20 }, (_, n) => {
      const members = Array.from({ length: 30 }, (_, m) => world.addPerson({ name: `${n}-${m}` }));
      return { group: world.addGroup({ name: `组${n}`, members }), members };
    });
    const { channel, puppet, heard, hears } = await openChannel(world);
    const fetch = puppet.messageRawPayload.bind(puppet);
    let turn = 0;
    puppet.messageRawPayload = async id => {
      // The first are the slowest, as when a gateway still loads a cold room.
      await new Promise(resolve => setTimeout(resolve, Math.max(0, 40 - turn++)));
      return fetch(id);
    };
    const stuck = groups[0]?.group.id;
    channel.onEvent(async event => {
      if (event.kind === 'message' && event.message.chatGroupId === stuck) await new Promise(() => {});
    });
    for (let n = 0; n < 5; n++) {
      for (const { group, members } of groups) {
        world.say({ from: members[n]?.id ?? '', groupId: group.id, text: String(n) });
      }
    }
    await hears(19 * 5 + 1);
    for (const { group } of groups.slice(1)) {
      const texts = heard()
        .filter(message => message.chatGroupId === group.id)
        .map(message => message.text);
      expect(texts).toEqual(['0', '1', '2', '3', '4']);
    }
  });

  it('tries again when the puppet cannot give the message at once', async () => {
    const { world, puppet, hears } = await openChannel();
    const fetch = puppet.messageRawPayload.bind(puppet);
    let refusals = 2;
    puppet.messageRawPayload = async id => {
      if (refusals-- > 0) throw new Error('busy');
      return fetch(id);
    };
    world.say({ from: 'li', groupId: GROUP, text: '有人吗' });
    expect(await hears(1)).toMatchObject([{ text: '有人吗' }]);
  });
});

describe('what happens round the words', () => {
  it('tells login, join, leave and topic, and shows the group as it is then', async () => {
    const { world, channel, events, problems } = await openChannel();
    expect(await sees(events, 'login')).toMatchObject({ chatAccountId: 'bot', name: '小暖' });
    expect((await channel.group(GROUP)).members).toHaveLength(3);
    const wang = world.addPerson({ name: '王五' });
    world.join(GROUP, wang.id, '5栋王五');
    expect(await sees(events, 'join')).toMatchObject({
      chatGroupId: GROUP,
      chatPersonIds: [wang.id],
      at: NOW,
    });
    expect((await channel.group(GROUP)).members).toContainEqual({
      chatId: wang.id,
      name: '王五',
      alias: '5栋王五',
    });
    world.leave(GROUP, 'li');
    expect(await sees(events, 'leave')).toMatchObject({ chatPersonIds: ['li'] });
    world.rename(GROUP, '幸福小区一期');
    expect(await sees(events, 'topic')).toMatchObject({ name: '幸福小区一期' });
    const group = await channel.group(GROUP);
    expect(group.name).toBe('幸福小区一期');
    expect(group.members.map(member => member.chatId)).not.toContain('li');
    expect(problems).toEqual([]);
  });

  it('lives on when the puppet reports an error', async () => {
    const { world, puppet, hears, problems } = await openChannel();
    puppet.emit('error', new Error('no payload found for id g1@chatroom'));
    world.say({ from: 'li', groupId: GROUP, text: '还在吗' });
    await hears(1);
    expect(problems.join()).toContain('no payload found');
  });

  it('lives on when a listener throws', async () => {
    const { world, channel, hears, problems } = await openChannel();
    channel.onEvent(() => {
      throw new Error('a bug');
    });
    world.say({ from: 'li', groupId: GROUP, text: '一' });
    world.say({ from: 'li', groupId: GROUP, text: '二' });
    expect((await hears(2)).map(message => message.text)).toEqual(['一', '二']);
    expect(problems.join()).toContain('a bug');
  });

  it('accepts a friend request, and only then may write in private', async () => {
    const { world, channel, events } = await openChannel();
    await expect(channel.sayText({ chatPersonId: 'li' }, '您好', [])).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await channel.person('li')).toEqual({ chatId: 'li', name: '李四', isContact: false });
    const requestId = world.requestFriend('li', '我是李四');
    expect(await sees(events, 'friend-request')).toMatchObject({
      requestId,
      chatPersonId: 'li',
      hello: '我是李四',
    });
    await channel.acceptFriend(requestId);
    expect(await sees(events, 'friend')).toMatchObject({ chatPersonId: 'li' });
    expect((await channel.person('li')).isContact).toBe(true);
    expect(await channel.sayText({ chatPersonId: 'li' }, '您好', [])).not.toBeNull();
  });
});

describe('what is said', () => {
  it('mentions people by the name the group shows, and gives back the id', async () => {
    const { world, channel } = await openChannel();
    const id = await channel.sayText({ chatGroupId: GROUP }, '已经记下', ['zhang', 'li']);
    expect(world.history(GROUP)).toMatchObject([
      { id, from: 'bot', text: '@3栋张三\u2005@李四\u2005已经记下', mentions: ['zhang', 'li'] },
    ]);
  });

  it('hears its own words when the chat echoes them, and knows them', async () => {
    const { channel, hears } = await openChannel(neighbourhood(), { selfEcho: true });
    const id = await channel.sayText({ chatGroupId: GROUP }, '您好', []);
    expect(await hears(1)).toMatchObject([{ chatMessageId: id, isSelf: true }]);
  });

  it('sends a picture whole', async () => {
    const { world, channel } = await openChannel();
    const png = Uint8Array.from({ length: 70_000 }, (_, n) => n % 251);
    const id = await channel.sayImage({ chatGroupId: GROUP }, '周报.png', png);
    const [said] = world.history(GROUP);
    expect(said).toMatchObject({ id, kind: 'image', picture: { name: '周报.png' } });
    expect(Buffer.from(said?.picture?.base64 ?? '', 'base64').equals(png)).toBe(true);
  });

  it('says that the account is busy when WeChat does', async () => {
    const { world, channel } = await openChannel();
    world.refuseSends('操作过于频繁，请稍后再试。');
    const refused = channel.sayText({ chatGroupId: GROUP }, '您好', []);
    await expect(refused).rejects.toSatisfy(error => isFailure(error, 'retry-later'));
    await expect(refused).rejects.toMatchObject({ code: 'account-busy' });
  });

  it('leaves an error it does not know as it is: the message may have been sent', async () => {
    const { world, channel } = await openChannel();
    world.refuseSends('socket hang up');
    await expect(channel.sayText({ chatGroupId: GROUP }, '您好', [])).rejects.not.toSatisfy(isFailure);
  });

  it('does not try to speak when nobody is logged in', async () => {
    const { channel } = await openChannel();
    await channel.stop();
    await expect(channel.sayText({ chatGroupId: GROUP }, '您好', [])).rejects.toMatchObject({
      code: 'gateway-down',
    });
  });
});

describe('the line', () => {
  it('refuses to start when no puppet is named', () => {
    const calm = { clock, log: { info() {}, warn() {}, error() {} }, onGap() {}, giveUp() {} };
    expect(() => openWechatyChannel(calm)).toThrow(/WECHATY_PUPPET/);
  });

  it('says which puppet cannot be loaded', async () => {
    const channel = openWechatyChannel({
      puppetName: 'wechaty-puppet-that-is-not-there',
      clock,
      log: { info() {}, warn() {}, error() {} },
      onGap() {},
      giveUp() {},
    });
    await expect(channel.start()).rejects.toMatchObject({ code: 'bad-config' });
  });

  it('heals an account that plays dead, hears each message once afterwards, and grows no listeners', async () => {
    const patience = { silentMs: 80, checkMs: 10, backoffMs: 10, loginMs: 200 };
    const { world, puppet, gaps, hears } = await openChannel(neighbourhood(), { heartbeatMs: 20, patience });
    const count = () =>
      puppet.eventNames().map(name => [String(name), puppet.listenerCount(String(name) as 'message')]);
    const before = count();
    for (let round = 0; round < 3; round++) {
      const healed = gaps.length;
      world.playDead(true);
      await vi.waitFor(() => expect(gaps.length).toBeGreaterThan(healed));
      world.playDead(false);
    }
    expect(count()).toEqual(before);
    world.say({ from: 'li', groupId: GROUP, text: '回来了' });
    await hears(1);
  });

  it('keeps stdout for the commands', async () => {
    const written = vi.spyOn(process.stdout, 'write');
    const printed = vi.spyOn(console, 'log');
    const { world, puppet, hears } = await openChannel();
    puppet.emit('error', new Error('loud'));
    world.say({ from: 'li', groupId: GROUP, text: '你好' });
    await hears(1);
    expect(written).not.toHaveBeenCalled();
    expect(printed).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('stops within its deadline when the puppet hangs', async () => {
    const { channel, puppet } = await openChannel();
    puppet.onStop = () => new Promise(() => {});
    const begun = performance.now();
    await channel.stop();
    expect(performance.now() - begun).toBeLessThan(600);
  });
});
