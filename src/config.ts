import { z } from 'zod';
import { type EmbeddingsSettings, embeddingsOf, embeddingsShape } from './embeddings-settings.ts';
import { Failure } from './errors.ts';
import { nearestTo } from './nearest-word.ts';
import { type Secret, secret, secretAddress } from './redact.ts';
import { address, minuteOfDay, optional, seconds, whole } from './setting-kinds.ts';

/** The parts of the program that `start` can run in one process. */
export type Room = 'bots' | 'workers' | 'web';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Everything an operator can set, read and checked once at the start. `null` = not set. */
export interface Config {
  rooms: readonly Room[];
  dataDir: string;
  /** A `postgres://…` address or the path of an SQLite file. */
  database: Secret;
  redis: Secret | null;
  puppet: {
    name: string | null;
    token: Secret | null;
    endpoint: string | null;
    watchdogMs: number;
  };
  sending: {
    perDay: number;
    accountGapMs: number;
    groupGapMs: number;
    /** Minutes of the Shanghai day; `from` after `to` spans midnight, equal means no quiet hours. */
    quiet: { fromMinute: number; toMinute: number };
  };
  retentionDays: number;
  web: { host: string; port: number; publicUrl: string | null };
  logLevel: LogLevel;
  /** The street's own telephone number, said where a matter is private. */
  hotline: string | null;
  /** Off unless an address is given. */
  embeddings: EmbeddingsSettings | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const isRoom = z.enum(
  ['bots', 'workers', 'web'],
  'name rooms out of bots, workers, web, with commas between',
);

/** Every setting by its name in the environment; the message of a check is its cure. */
const Settings = z.object({
  ROOMS: z
    .string()
    .default('bots,workers,web')
    .transform(text => text.split(',').map(room => room.trim()))
    .pipe(z.array(isRoom)),
  NUANQUN_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: optional.refine(
    text => !text || !/^postgres|^[a-z][a-z0-9+.-]+:\/\//i.test(text) || isPostgres(text),
    'give postgres://user:password@host:5432/name, or the path of an SQLite file',
  ),
  REDIS_URL: address('give redis://host:6379 or rediss://…, or leave it empty to run without Redis', [
    'redis:',
    'rediss:',
  ]),
  WECHATY_PUPPET: optional,
  WECHATY_PUPPET_SERVICE_TOKEN: optional,
  WECHATY_PUPPET_SERVICE_ENDPOINT: optional.refine(
    text => text === undefined || /^(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i.test(text),
    'give host:port of the gateway',
  ),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: z
    .enum(['true', 'false'], 'give true or false')
    .default('false'),
  NUANQUN_WATCHDOG_SECONDS: seconds(60, 1, 3600),
  NUANQUN_SEND_PER_DAY: whole(300, 0, 10_000),
  NUANQUN_SEND_GAP_SECONDS: seconds(4, 0, 3600),
  NUANQUN_GROUP_GAP_SECONDS: seconds(10, 0, 3600),
  NUANQUN_QUIET_FROM: minuteOfDay('21:30'),
  NUANQUN_QUIET_TO: minuteOfDay('08:00'),
  NUANQUN_RETENTION_DAYS: whole(90, 1, 3650),
  NUANQUN_WEB_PORT: whole(8080, 0, 65_535),
  NUANQUN_WEB_HOST: z.string().default('127.0.0.1'),
  NUANQUN_PUBLIC_URL: address('give the address people reach the pages by, such as https://qun.example.cn', [
    'http:',
    'https:',
  ]).transform(text => text?.replace(/\/+$/, '')),
  NUANQUN_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'give debug, info, warn, error or silent')
    .default('info'),
  NUANQUN_HOTLINE: optional.refine(
    text => text === undefined || /^\+?[\d -]{3,20}$/.test(text),
    'give a telephone number such as 021-12345678, or leave it empty',
  ),
  ...embeddingsShape,
});

type Values = z.output<typeof Settings>;

/** The names of all settings; `.env.example` holds the same. */
export const SETTING_KEYS: readonly string[] = Object.keys(Settings.shape);

const neverShown = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'WECHATY_PUPPET_SERVICE_TOKEN',
  'NUANQUN_EMBEDDINGS_URL',
  'NUANQUN_EMBEDDINGS_KEY',
]);

function isPostgres(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

const unknownKeys = (env: Env): string[] =>
  Object.keys(env)
    .filter(
      key => key.startsWith('NUANQUN_') && !key.startsWith('NUANQUN_TEST_') && !SETTING_KEYS.includes(key),
    )
    .map(key => `${key}: there is no such setting; did you mean ${nearestTo(key, SETTING_KEYS)}?`);

const isLoopback = (endpoint: string | undefined): boolean =>
  endpoint !== undefined && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]):/.test(endpoint);

/** Faults of settings that only show beside others. */
function faultsTogether(env: Env): string[] {
  const faults: string[] = [];
  const endpoint = env['WECHATY_PUPPET_SERVICE_ENDPOINT'];
  if (env['WECHATY_PUPPET'] === 'wechaty-puppet-service' && !env['WECHATY_PUPPET_SERVICE_TOKEN']) {
    faults.push('WECHATY_PUPPET_SERVICE_TOKEN: the gateway needs a token; set the one its vendor gave you');
  }
  for (const [key, value] of Object.entries(env)) {
    if (!key.endsWith('_NO_TLS_INSECURE_CLIENT') || value !== 'true' || isLoopback(endpoint)) continue;
    faults.push(
      `${key}: chats would cross the network in the clear; remove it, or use a gateway on 127.0.0.1`,
    );
  }
  return faults;
}

function faultsAlone(error: z.ZodError | undefined, env: Env): string[] {
  const cures = new Map((error?.issues ?? []).map(issue => [String(issue.path[0]), issue.message]));
  return [...cures].map(([key, cure]) => `${key}${neverShown.has(key) ? '' : ` (“${env[key]}”)`}: ${cure}`);
}

function asConfig(values: Values): Config {
  const dataDir = values.NUANQUN_DATA_DIR.replace(/(.)\/+$/, '$1');
  const token = values.WECHATY_PUPPET_SERVICE_TOKEN;
  const database = values.DATABASE_URL ?? `${dataDir}/nuanqun.sqlite`;
  return {
    rooms: [...new Set(values.ROOMS)],
    dataDir,
    database: isPostgres(database) ? secretAddress(database) : secret(database, database),
    redis: values.REDIS_URL ? secretAddress(values.REDIS_URL) : null,
    puppet: {
      name: values.WECHATY_PUPPET ?? null,
      token: token ? secret(token) : null,
      endpoint: values.WECHATY_PUPPET_SERVICE_ENDPOINT ?? null,
      watchdogMs: values.NUANQUN_WATCHDOG_SECONDS,
    },
    sending: {
      perDay: values.NUANQUN_SEND_PER_DAY,
      accountGapMs: values.NUANQUN_SEND_GAP_SECONDS,
      groupGapMs: values.NUANQUN_GROUP_GAP_SECONDS,
      quiet: { fromMinute: values.NUANQUN_QUIET_FROM, toMinute: values.NUANQUN_QUIET_TO },
    },
    retentionDays: values.NUANQUN_RETENTION_DAYS,
    web: {
      host: values.NUANQUN_WEB_HOST,
      port: values.NUANQUN_WEB_PORT,
      publicUrl: values.NUANQUN_PUBLIC_URL ?? null,
    },
    logLevel: values.NUANQUN_LOG_LEVEL,
    hotline: values.NUANQUN_HOTLINE ?? null,
    embeddings: embeddingsOf(values),
  };
}

/**
 * Reads the settings out of an environment. An empty string counts as not set.
 * Throws Failure('bad-config') whose message lists every fault at once, each with its cure.
 */
export function readConfig(env: Env): Config {
  const given: Env = Object.fromEntries(
    Object.entries(env)
      .map(([key, value]) => [key, value?.trim()] as const)
      .filter(([, value]) => value),
  );
  const read = Settings.safeParse(given);
  const faults = [...faultsAlone(read.error, given), ...faultsTogether(given), ...unknownKeys(given)];
  if (read.success && faults.length === 0) return asConfig(read.data);
  const count = faults.length === 1 ? 'One setting is' : `${faults.length} settings are`;
  throw new Failure('bad-config', `${count} wrong:\n${faults.map(fault => `  ${fault}`).join('\n')}`);
}
