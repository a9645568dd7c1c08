import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bind, saveAccount } from '../../db/bindings.ts';
import { joinGroup } from '../../db/groups.ts';
import { openDb } from '../../db/open.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, groups, messages, outbox, tickets, units } from '../../db/schema.ts';
import { freeEndpoint, spawnGateway } from '../support/spawned-gateway.ts';

/** `nuanqun start` in a process of its own, speaking through a real gateway in another; both are killed. */
const GROUP = 'g1@chatroom';
const OUTAGE_MS = 9_000;
const token = `insecure_${randomUUID()}`;
let home = '';
const children = new Set<ChildProcess>();
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'nuanqun-whole-'));
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});
afterAll(() => rm(home, { recursive: true, force: true }));

const file = () => join(home, 'whole.sqlite');

async function furnish(): Promise<void> {
  const open = await openDb(file());
  const { db } = open;
  const now = new Date();
  await saveAccount(db, 'main', '小暖');
  await db
    .insert(units)
    .values({ id: 'u', name: '彭浦街道', parentId: null, level: 'street', line: 'youth' });
  for (const [id, role] of [
    ['li', 'member'],
    ['wang', 'cadre-full-time'],
  ] as const) {
    await savePerson(db, { id, name: id, role, isContact: true });
    await bind(db, 'main', 'person', id, id, now);
    await joinGroup(db, 'g', id, role === 'member' ? 'member' : 'cadre', now);
  }
  const shape = { unitId: 'u', kind: 'grassroots' as const, size: 80, createdAt: now, serviceLines: [] };
  await db
    .insert(groups)
    .values({ id: 'g', name: '幸福小区', ...shape, boundAt: now, bindCode: null, noticeAt: now });
  await bind(db, 'main', 'group', GROUP, 'g', now);
  await db.insert(groupCadres).values({ groupId: 'g', personId: 'wang', since: now });
  await open.close();
}

async function startGateway(endpoint: string) {
  const gateway = await spawnGateway(endpoint, token);
  children.add(gateway.child);
  const { act } = gateway;
  await act({ act: 'person', id: 'li', name: 'li', isContact: true });
  await act({ act: 'person', id: 'wang', name: 'wang', isContact: true });
  await act({ act: 'group', id: GROUP, name: '幸福小区', members: [{ id: 'li' }, { id: 'wang' }] });
  const texts = () => gateway.said.flatMap(line => ('said' in line ? [line.said.text] : []));
  const ask = (text: string) => act({ act: 'say', from: 'li', groupId: GROUP, text, mentionsBot: true });
  return { ...gateway, texts, ask };
}

function startBot(endpoint: string): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    DATABASE_URL: file(),
    NUANQUN_DATA_DIR: home,
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
    NUANQUN_WATCHDOG_SECONDS: '5',
    NUANQUN_SEND_GAP_SECONDS: '0',
    NUANQUN_GROUP_GAP_SECONDS: '0',
    NUANQUN_WEB_PORT: '0',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'nuanqun.ts', 'start'], { env, stdio: 'ignore' });
  children.add(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const soon = <T>(check: () => T, timeout: number) => vi.waitFor(check, { timeout, interval: 100 });

describe('the whole bot in a process of its own', { timeout: 150_000 }, () => {
  it('answers through the gateway, heals after the gateway was killed, and says nothing twice after it was killed itself', async () => {
    await furnish();
    const endpoint = await freeEndpoint();
    let gateway = await startGateway(endpoint);
    let bot = startBot(endpoint);
    await soon(async () => {
      await gateway.ask('帮我记一下 三楼楼道灯坏了');
      expect(gateway.texts().join()).toContain('记下了，第');
    }, 30_000).catch(() => undefined);
    await soon(() => expect(gateway.texts().join()).toContain('记下了，第1件：三楼楼道灯坏了'), 20_000);

    await gateway.kill();
    await new Promise(resolve => setTimeout(resolve, OUTAGE_MS));
    gateway = await startGateway(endpoint);
    await soon(() => gateway.ask('进度'), 5_000);
    await soon(async () => {
      if (!gateway.texts().length) await gateway.ask(`进度 1`);
      expect(gateway.texts().join()).toContain('第1件');
    }, 60_000);

    const before = gateway.texts().length;
    await killed(bot);
    bot = startBot(endpoint);
    await soon(async () => {
      if (gateway.texts().length === before) await gateway.ask('联系人');
      expect(gateway.texts().slice(before).join()).toContain('wang');
    }, 60_000);
    await killed(bot);

    const { db, close } = await openDb(file());
    const said = await db.select().from(outbox);
    const keys = said.map(row => `${row.placeId} ${row.key}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect((await db.select().from(tickets)).length).toBe(1);
    expect((await db.select().from(messages)).every(row => row.decidedAt !== null)).toBe(true);
    await close();
  });
});
