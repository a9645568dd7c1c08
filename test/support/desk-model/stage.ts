import type { BotContext } from '../../../bots/context.ts';
import { type Listening, listen } from '../../../bots/listen.ts';
import { openSpeaking, type Speaking } from '../../../bots/speak.ts';
import { bind, saveAccount } from '../../../db/bindings.ts';
import { dialect } from '../../../db/columns.ts';
import type { OpenDb } from '../../../db/connect.ts';
import { joinGroup } from '../../../db/groups.ts';
import { savePerson } from '../../../db/people.ts';
import { groupCadres, groups, unitLeaders, units } from '../../../db/schema.ts';
import { jobCaller, openBots } from '../../../rooms.ts';
import { readConfig } from '../../../src/config.ts';
import type { Log } from '../../../src/log.ts';
import type { Job } from '../../../workers/jobs/define.ts';
import { openTestDb } from '../open-test-db.ts';
import { CAST, DISTRICT, GROUPS, STREET } from './cast.ts';
import { openRecordingChannel, type RecordingChannel } from './channel.ts';

const ACCOUNT = 'model';

/** What one sequence plays on: the real bot with an empty past. */
export interface Scene {
  bot: BotContext;
  listening: Listening;
  /** Two processes that speak for one account: what one claims the other must leave. */
  mouths: readonly Speaking[];
}

/** The real database, furnished once, and the real bot; only the clock and the chat are doubles. */
export interface Stage {
  open: OpenDb;
  channel: RecordingChannel;
  /** What was logged as a fault: a turn that broke, not one that was refused. */
  faults: string[];
  now(): Date;
  setNow(at: Date): void;
  runJob(job: Job): Promise<unknown>;
  /** Clears away all that the last sequence left behind, and begins anew at a moment. */
  begin(at: Date): Promise<Scene>;
  close(): Promise<void>;
}

const LONG_AGO = new Date('2026-01-01T00:00:00Z');

async function furnish({ db }: OpenDb): Promise<void> {
  await saveAccount(db, ACCOUNT, '小暖');
  await db.insert(units).values([
    { id: DISTRICT, name: '静安区', parentId: null, level: 'district', line: 'youth' },
    { id: STREET, name: '彭浦街道', parentId: DISTRICT, level: 'street', line: 'youth' },
  ]);
  for (const id of GROUPS) {
    const shape = { name: id, unitId: STREET, kind: 'grassroots' as const, size: 120, serviceLines: [] };
    const since = { createdAt: LONG_AGO, boundAt: LONG_AGO, noticeAt: LONG_AGO };
    await db.insert(groups).values({ id, ...shape, ...since, bindCode: null });
    await bind(db, ACCOUNT, 'group', id, id, LONG_AGO);
  }
  for (const [index, { id, name, role, isContact, home, serves, leads }] of CAST.entries()) {
    await savePerson(db, { id, name, role, isContact });
    await bind(db, ACCOUNT, 'person', id, id, LONG_AGO);
    if (home) await joinGroup(db, home, id, serves.length ? 'cadre' : 'member', LONG_AGO);
    const since = new Date(LONG_AGO.getTime() + index);
    for (const groupId of serves) await db.insert(groupCadres).values({ groupId, personId: id, since });
    if (leads) await db.insert(unitLeaders).values({ unitId: leads, personId: id });
  }
}

const TABLES =
  dialect === 'sqlite'
    ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    : 'select tablename as name from pg_tables where schemaname = current_schema()';

/** Tables that stand empty before anybody speaks: what a sequence leaves is in them. */
async function emptyTables(open: OpenDb): Promise<string[]> {
  const names = (await open.rows(TABLES)).map(row => String(row['name']));
  const counts = await Promise.all(names.map(name => open.rows(`select 1 as one from ${name} limit 1`)));
  return names.filter((_, index) => !counts[index]?.length);
}

const faultsOnly = (faults: string[]): Log => ({
  info: () => undefined,
  warn: () => undefined,
  error: (fields, says) => void faults.push(`${says}: ${JSON.stringify(fields)}`),
});

/** Opens the stage; loading what the bot has learned takes a second, so a file opens one. */
export async function openStage(): Promise<Stage> {
  let now = LONG_AGO;
  const clock = { now: () => now };
  const open = await openTestDb();
  await furnish(open);
  const faults: string[] = [];
  const log = faultsOnly(faults);
  const channel = openRecordingChannel(clock);
  const env = {
    NUANQUN_SEND_GAP_SECONDS: '0',
    NUANQUN_GROUP_GAP_SECONDS: '0',
    NUANQUN_SEND_PER_DAY: '10000',
  };
  const house = { open, clock, log, config: readConfig(env) };
  const room = await openBots(house, channel, { accountId: ACCOUNT, isDemo: false, entries: [] });
  room.listening.stop();
  const clearing = (await emptyTables(open)).map(name => `delete from ${name}`).join(';');
  const call = jobCaller(house);
  let listening: Listening | null = null;
  return {
    open,
    channel,
    faults,
    now: () => now,
    setNow(at) {
      now = at;
    },
    runJob: job => call(job, now),
    async begin(at) {
      listening?.stop();
      await open.exclusively(raw => raw.run(clearing));
      now = at;
      channel.sent.length = 0;
      faults.length = 0;
      const bot = { ...room.bot };
      listening = await listen(bot);
      return { bot, listening, mouths: [await openSpeaking(bot), await openSpeaking(bot)] };
    },
    async close() {
      listening?.stop();
      await open.close();
    },
  };
}
