import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PuppetService } from 'wechaty-puppet-service';
import type { Gap } from '../../bots/supervise.ts';
import { openWechatyChannel, type WechatyChannelOptions } from '../../bots/wechaty.ts';
import type { Channel, ChatEvent } from '../../src/chat.ts';
import { freeEndpoint, spawnGateway } from '../support/spawned-gateway.ts';

const GROUP = 'g1@chatroom';
/** The library's own watchdog; the outages below last longer. */
const WATCHDOG_SECONDS = 5;
const OUTAGE_MS = 9_000;
const patience = { silentMs: 12_000, checkMs: 250, loginMs: 8_000, backoffMs: 250, backoffMostMs: 1_000 };

const token = `insecure_${randomUUID()}`;
const homeBefore = process.env['HOME'];
let home = '';
beforeAll(async () => {
  // The client of the protocol keeps names of people under HOME.
  home = await mkdtemp(join(tmpdir(), 'nuanqun-gateway-'));
  process.env['HOME'] = home;
});
afterAll(async () => {
  if (homeBefore === undefined) delete process.env['HOME'];
  else process.env['HOME'] = homeBefore;
  await rm(home, { recursive: true, force: true });
});

const running = new Set<ChildProcess>();
const open = new Set<Channel>();
afterEach(async () => {
  for (const channel of open) await channel.stop();
  open.clear();
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** The gateway in a process of its own, with a group of two in it. */
async function startGateway(endpoint: string) {
  const gateway = await spawnGateway(endpoint, token);
  running.add(gateway.child);
  const { act } = gateway;
  await act({ act: 'person', id: 'zhang', name: '张三', isContact: true });
  await act({ act: 'person', id: 'li', name: '李四' });
  const members = [{ id: 'zhang', alias: '3栋张三' }, { id: 'li' }];
  await act({ act: 'group', id: GROUP, name: '幸福小区', members, botAlias: '小区服务号' });
  return { ...gateway, say: (text: string) => act({ act: 'say', from: 'li', groupId: GROUP, text }) };
}

function openChannel(puppet: Pick<WechatyChannelOptions, 'puppet' | 'puppetName' | 'puppetOptions'>) {
  const [events, gaps, problems]: [ChatEvent[], Gap[], string[]] = [[], [], []];
  const note = (fields: Record<string, unknown>, says: string) =>
    void problems.push(`${says} ${JSON.stringify(fields)}`);
  const channel = openWechatyChannel({
    ...puppet,
    clock: { now: () => new Date() },
    log: { info() {}, warn: note, error: note },
    patience,
    stopMs: 2_000,
    onGap: gap => void gaps.push(gap),
    giveUp: reason => void problems.push(`gave up: ${reason}`),
  });
  open.add(channel);
  channel.onEvent(async event => void events.push(event));
  const messages = () => events.flatMap(event => (event.kind === 'message' ? [event.message] : []));
  return { channel, events, gaps, problems, messages };
}

const soon = <T>(check: () => T, timeout = 5_000) => vi.waitFor(check, { timeout, interval: 20 });

describe('the bot behind the real puppet-service protocol', { timeout: 80_000 }, () => {
  it('waits for a gateway that is down at launch, then talks and listens through it', async () => {
    const endpoint = await freeEndpoint();
    const puppetOptions = { token, endpoint, timeoutSeconds: WATCHDOG_SECONDS };
    const { channel, events, gaps, messages } = openChannel({
      puppetName: 'wechaty-puppet-service',
      puppetOptions,
    });
    await channel.start();
    await expect(channel.sayText({ chatGroupId: GROUP }, '您好', [])).rejects.toMatchObject({
      code: 'gateway-down',
    });
    const gateway = await startGateway(endpoint);
    await soon(() => expect(events.map(event => event.kind)).toContain('login'), 20_000);
    await soon(() => expect(gaps).toMatchObject([{ reason: 'start' }]));

    const asked = await gateway.act({
      act: 'say',
      from: 'li',
      groupId: GROUP,
      text: '电梯坏了',
      mentionsBot: true,
    });
    await soon(() => expect(messages()).toHaveLength(1));
    expect(messages()[0]).toMatchObject({
      chatMessageId: asked,
      chatGroupId: GROUP,
      text: '电梯坏了',
      mentionsBot: true,
    });

    const id = await channel.sayText({ chatGroupId: GROUP }, '已经记下', ['li', 'zhang']);
    const png = Uint8Array.from({ length: 200_000 }, (_, n) => n % 251);
    const pictureId = await channel.sayImage({ chatGroupId: GROUP }, '周报.png', png);
    const picture = { name: '周报.png', base64: Buffer.from(png).toString('base64') };
    await soon(() => expect(gateway.said).toHaveLength(2));
    expect(gateway.said).toMatchObject([
      { said: { id, text: '@李四\u2005@3栋张三\u2005已经记下', mentions: ['li', 'zhang'] } },
      { said: { id: pictureId, kind: 'image', picture } },
    ]);
    await soon(() => expect(messages().filter(message => message.isSelf)).toHaveLength(2));
    expect(
      messages()
        .filter(message => message.isSelf)
        .map(message => message.chatMessageId),
    ).toEqual([id, pictureId]);

    await gateway.act({ act: 'say', from: 'zhang', groupId: GROUP, text: '解决了', replyTo: id ?? '' });
    await soon(() => expect(messages().at(-1)).toMatchObject({ text: '解决了', quotedChatMessageId: id }));
    await gateway.act({ act: 'recall', id: asked });
    await soon(() =>
      expect(messages().at(-1)).toMatchObject({ kind: 'recall', recalledChatMessageId: asked }),
    );

    await expect(channel.sayText({ chatPersonId: 'li' }, '您好', [])).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const requestId = await gateway.act({ act: 'request-friend', id: 'li', hello: '我是李四' });
    await soon(() =>
      expect(events).toContainEqual(expect.objectContaining({ kind: 'friend-request', requestId })),
    );
    await channel.acceptFriend(requestId);
    await soon(() => expect(events.at(-1)).toMatchObject({ kind: 'friend', chatPersonId: 'li' }));
    expect(await channel.person('li')).toEqual({ chatId: 'li', name: '李四', isContact: true });
    expect(await channel.sayText({ chatPersonId: 'li' }, '您好', [])).not.toBeNull();
    await gateway.act({ act: 'refuse-sends', reason: '操作过于频繁，请稍后再试' });
    await expect(channel.sayText({ chatGroupId: GROUP }, '再说', [])).rejects.toMatchObject({
      code: 'account-busy',
    });
  });

  it('heals by itself when the gateway is killed for longer than the watchdog, twice, and then hears each message once and in order', async () => {
    const endpoint = await freeEndpoint();
    let gateway = await startGateway(endpoint);
    const puppet = new PuppetService({ token, endpoint, timeoutSeconds: WATCHDOG_SECONDS });
    const { channel, events, gaps, problems, messages } = openChannel({ puppet });
    await channel.start();
    const listeners = () =>
      puppet.eventNames().map(name => [String(name), puppet.listenerCount(String(name) as 'message')]);
    const expected: string[] = [];
    const talk = async (round: number) => {
      for (let n = 0; n < 20; n++) expected.push(await gateway.say(`${round}-${n}`));
      await soon(() => expect(messages().length).toBeGreaterThanOrEqual(expected.length));
    };
    await talk(0);
    // Only once it has talked has the library hung up all its listeners of a first start.
    const before = listeners();
    for (const [round, outage] of [OUTAGE_MS, 1_000].entries()) {
      const killedAt = Date.now();
      await gateway.kill();
      await new Promise(resolve => setTimeout(resolve, outage));
      gateway = await startGateway(endpoint);
      const backAt = Date.now();
      await soon(() => expect(gaps).toHaveLength(round + 1), 20_000);
      expect(gaps[round]?.from.getTime()).toBeLessThanOrEqual(killedAt + 500);
      expect(gaps[round]?.to.getTime()).toBeGreaterThanOrEqual(backAt - 2_000);
      await talk(round + 1);
    }
    // What is told twice or late would still arrive.
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect(messages().map(message => message.chatMessageId)).toEqual(expected);
    expect(events.filter(event => event.kind === 'login')).toHaveLength(3);
    expect(listeners()).toEqual(before);
    expect(problems.join('\n')).toContain('UNAVAILABLE');
    expect(problems.join('\n')).not.toContain('gave up');
  });

  it('leaves the puppet on the gateway running when it stops, so that the next start finds it logged in', async () => {
    const endpoint = await freeEndpoint();
    const gateway = await startGateway(endpoint);
    const named = {
      puppetName: 'wechaty-puppet-service',
      puppetOptions: { token, endpoint, timeoutSeconds: WATCHDOG_SECONDS },
    };
    const first = openChannel(named);
    await first.channel.start();
    const begun = performance.now();
    await first.channel.stop();
    expect(performance.now() - begun).toBeLessThan(2_500);
    const second = openChannel(named);
    await second.channel.start();
    await soon(() => expect(second.events.map(event => event.kind)).toContain('login'));
    const id = await gateway.say('还在');
    await soon(() => expect(second.messages().map(message => message.chatMessageId)).toEqual([id]));
    expect(first.messages()).toEqual([]);
  });
});
