import { noteAlive } from '../../bots/hear.ts';
import { SimulatorPuppet } from '../../bots/simulator/puppet.ts';
import { createSimulatorWorld, type SimulatorWorld } from '../../bots/simulator/world.ts';
import type { Said } from '../../bots/simulator/world-types.ts';
import { openWechatyChannel } from '../../bots/wechaty.ts';
import { bind, saveAccount } from '../../db/bindings.ts';
import type { OpenDb } from '../../db/connect.ts';
import { joinGroup } from '../../db/groups.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, groups, unitLeaders, units } from '../../db/schema.ts';
import { type BotsRoom, type House, jobCaller, openBots } from '../../rooms.ts';
import { readConfig } from '../../src/config.ts';
import type { FaqEntry } from '../../src/faq.ts';
import type { Log } from '../../src/log.ts';
import type { PersonRole } from '../../src/people.ts';
import { jobs } from '../../workers/jobs/index.ts';
import { createSchedule, type Schedule } from '../../workers/schedule.ts';
import { openTestDb } from './open-test-db.ts';

/** Tuesday morning, in working hours. */
export const TUESDAY = new Date('2026-11-24T10:00:00+08:00');
/** The simulated chat delivers on the next ticks, not on timers of its own. */
const LOOK_MS = 5;
const CLOSELY_MS = 30 * 60_000;
const STRIDE_MS = 5 * 60_000;
/** The name under which the simulated chat account is kept. */
export const ACCOUNT = 'test';

export interface TestPerson {
  id: string;
  name: string;
  role: PersonRole;
  isContact?: boolean;
}

/** A street with one group, one cadre, one leader and a few neighbours; the real bot in a simulated chat. */
export interface TestWorld {
  open: OpenDb;
  house: House;
  chat: SimulatorWorld;
  bots: BotsRoom;
  schedule: Schedule;
  /** Everything that was logged, as one text. */
  logged(): string;
  now(): Date;
  /** Says something and lets the bot answer; what the bot said because of it. */
  say(
    from: string,
    text: string,
    more?: { group?: string | null; mention?: boolean; replyTo?: string },
  ): Promise<string[]>;
  /** Lets the bot hear, act and say until nothing is left to do. */
  rest(): Promise<void>;
  /** Lets time pass up to a moment, with every job and every send on its time; what the bot said meanwhile. */
  passTo(to: Date | string): Promise<Said[]>;
  /** Moves the clock at once, and runs what fell due meanwhile once: for long spans in which nothing is said. */
  jumpTo(to: Date | string): Promise<Said[]>;
  /** All that the bot said in a group, or to one person. */
  saidTo(placeId: string): string[];
  close(): Promise<void>;
}

export const GROUP = 'g-pengpu';
export const CADRE = 'p-wang';
export const LEADER = 'p-zhao';
export const MEMBER = 'p-li';
export const STRANGER = 'p-chen';

const PEOPLE: readonly TestPerson[] = [
  { id: CADRE, name: '王芳', role: 'cadre-full-time', isContact: true },
  { id: 'p-sun', name: '孙强', role: 'cadre-part-time', isContact: true },
  { id: LEADER, name: '赵敏', role: 'leader', isContact: true },
  { id: MEMBER, name: '李阿姨', role: 'member', isContact: true },
  { id: STRANGER, name: '陈师傅', role: 'member', isContact: false },
];

export const ENTRY: FaqEntry = {
  id: 'youth-line',
  question: '青年遇到困难可以打什么电话',
  answer: '打12355青少年服务台，免费咨询，心理、法律、就业都可以问。',
  phrasings: ['年轻人心理压力大找谁咨询', '12355是什么电话', '青少年服务热线是多少'],
  issuer: '共青团中央',
  issuedOn: '2024-01',
  href: null,
  status: 'verified',
  unitId: null,
  validFrom: null,
  validTo: null,
  version: 1,
};

async function furnish(open: OpenDb, chat: SimulatorWorld, now: Date): Promise<void> {
  const { db } = open;
  await saveAccount(db, ACCOUNT, '小暖');
  await db
    .insert(units)
    .values({ id: 'u-street', name: '彭浦街道', parentId: null, level: 'street', line: 'youth' });
  for (const { id, name, role, isContact = false } of PEOPLE) {
    chat.addPerson({ id, name, isContact });
    await savePerson(db, { id, name, role, isContact });
    await bind(db, ACCOUNT, 'person', id, id, now);
  }
  await db.insert(unitLeaders).values({ unitId: 'u-street', personId: LEADER });
  chat.addGroup({ id: GROUP, name: '彭浦青年之家', members: PEOPLE.map(({ id }) => ({ id })) });
  const createdAt = new Date(now.getTime() - 90 * 86_400_000);
  await db.insert(groups).values({
    id: GROUP,
    name: '彭浦青年之家',
    unitId: 'u-street',
    kind: 'grassroots',
    size: 120,
    createdAt,
    serviceLines: ['rights', 'housing'],
    boundAt: createdAt,
    bindCode: null,
    noticeAt: createdAt,
  });
  await bind(db, ACCOUNT, 'group', GROUP, GROUP, now);
  await db.insert(groupCadres).values({ groupId: GROUP, personId: CADRE, since: createdAt });
  for (const { id, role } of PEOPLE)
    await joinGroup(db, GROUP, id, role.startsWith('cadre') ? 'cadre' : 'member', createdAt);
}

function listeningLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const write = (fields: Record<string, unknown>, says: string) =>
    void lines.push(JSON.stringify({ ...fields, says }));
  return { log: { info: write, warn: write, error: write }, lines };
}

/** Opens the world at a moment, Tuesday morning by default. */
export async function openWorld(
  options: {
    now?: Date;
    entries?: FaqEntry[];
    env?: Record<string, string>;
    open?: OpenDb;
    /** Puts other people and groups into the database and the chat alike. */
    furnish?: (open: OpenDb, chat: SimulatorWorld, now: Date) => Promise<void>;
  } = {},
): Promise<TestWorld> {
  let now = options.now ?? TUESDAY;
  const clock = { now: () => now };
  const open = options.open ?? (await openTestDb());
  const chat = createSimulatorWorld({ clock });
  await (options.furnish ?? furnish)(open, chat, now);
  const { log, lines } = listeningLog();
  const env = { NUANQUN_SEND_GAP_SECONDS: '0', NUANQUN_GROUP_GAP_SECONDS: '0', ...options.env };
  const house: House = { open, clock, log, config: readConfig(env) };
  const channel = openWechatyChannel({
    puppet: new SimulatorPuppet(chat, { selfEcho: true }),
    clock,
    log,
    onGap: () => undefined,
    giveUp: () => undefined,
  });
  const bots = await openBots(house, channel, {
    accountId: ACCOUNT,
    isDemo: false,
    entries: options.entries ?? [ENTRY],
  });
  await channel.start();
  const schedule = createSchedule({ jobs, run: jobCaller(house), clock, log });
  const said: Said[] = [];
  chat.onSaid(each => void said.push(each));

  /** The chat delivers on later ticks; two quiet looks in a row mean that all is done. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      const before = said.length + lines.length;
      await new Promise(resolve => setTimeout(resolve, LOOK_MS));
      await bots.listening.settled();
      await bots.speaking.sayDue();
      quiet = said.length + lines.length === before ? quiet + 1 : 0;
    }
  }

  return {
    open,
    house,
    chat,
    bots,
    schedule,
    logged: () => lines.join('\n'),
    now: () => now,
    rest,
    async say(from, text, more = {}) {
      const before = said.length;
      const { group = GROUP, mention = false, replyTo } = more;
      chat.say({ from, groupId: group, text, mentionsBot: mention, ...(replyTo ? { replyTo } : {}) });
      await rest();
      return said.slice(before).map(each => each.text);
    },
    async passTo(to) {
      const before = said.length;
      const end = typeof to === 'string' ? new Date(to) : to;
      const from = now.getTime();
      for (;;) {
        const sendAt = await bots.speaking.sayDue();
        // As in the demo: later than half an hour after the last word nothing happens between the fives.
        const grid =
          now.getTime() - from < CLOSELY_MS ? 0 : Math.ceil((now.getTime() + 1) / STRIDE_MS) * STRIDE_MS;
        const jobAt = Math.max(schedule.nextAt(now).getTime(), grid);
        const next = Math.min(jobAt, sendAt?.getTime() ?? Number.POSITIVE_INFINITY);
        if (next > end.getTime()) break;
        now = new Date(Math.max(next, now.getTime()));
        await noteAlive(bots.bot, now);
        await schedule.runDue(now);
      }
      now = end;
      await rest();
      return said.slice(before);
    },
    async jumpTo(to) {
      const before = said.length;
      now = new Date(to);
      await schedule.runDue(now);
      await rest();
      return said.slice(before);
    },
    saidTo: placeId =>
      said.filter(each => each.groupId === placeId || each.to === placeId).map(each => each.text),
    async close() {
      await channel.stop();
      bots.listening.stop();
      await open.close();
    },
  };
}
