import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTING_KEYS } from '../../src/config.ts';
import { isFailure } from '../../src/errors.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const exampleLines = example.split('\n');

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (isFailure(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no fault';
}

describe('the settings', () => {
  it('need nothing: an empty environment runs everything embedded, on loopback', () => {
    const config = readConfig({});
    expect(config.rooms).toEqual(['bots', 'workers', 'web']);
    expect(config.database.reveal()).toBe('.data/nuanqun.sqlite');
    expect(config.redis).toBeNull();
    expect(config.puppet.name).toBeNull();
    expect(config.web).toEqual({ host: '127.0.0.1', port: 8080, publicUrl: null });
    expect(config.sending).toEqual({
      perDay: 300,
      accountGapMs: 4000,
      groupGapMs: 10_000,
      quiet: { fromMinute: 21 * 60 + 30, toMinute: 8 * 60 },
    });
    expect(config.retentionDays).toBe(90);
  });

  it('and .env.example name the same keys, each with one comment that tells its default', () => {
    const settings = exampleLines.filter(line => /^[A-Z_]+=/.test(line));
    expect(settings.map(line => line.slice(0, -1)).sort()).toEqual([...SETTING_KEYS].sort());
    for (const setting of settings) {
      const above = exampleLines[exampleLines.indexOf(setting) - 1];
      expect(above, setting).toMatch(/^# .*Default: \S/);
    }
  });

  it('take a copy of .env.example as it stands for the defaults', () => {
    const copied = Object.fromEntries(
      exampleLines.flatMap(line => (/^[A-Z_]+=/.test(line) ? [line.split('=')] : [])),
    );
    expect(JSON.stringify(readConfig(copied))).toBe(JSON.stringify(readConfig({})));
  });

  it('tell every default that .env.example tells', () => {
    const told = [...example.matchAll(/Default: ([\w:.,-]+)\n([A-Z_]+)=/g)];
    const asTold = Object.fromEntries(
      told.flatMap(([, value, key]) =>
        key && value && !/^(none|nuanqun)/.test(value) ? [[key, value]] : [],
      ),
    );
    expect(Object.keys(asTold).length).toBeGreaterThan(10);
    expect(JSON.stringify(readConfig(asTold))).toBe(JSON.stringify(readConfig({})));
  });

  it('put the SQLite file into the data folder unless it has a place of its own', () => {
    expect(readConfig({ NUANQUN_DATA_DIR: '/srv/qun/' }).database.reveal()).toBe('/srv/qun/nuanqun.sqlite');
    expect(readConfig({ DATABASE_URL: './here.sqlite' }).database.reveal()).toBe('./here.sqlite');
    expect(readConfig({ DATABASE_URL: 'postgres://a:b@db:5432/qun' }).database.reveal()).toBe(
      'postgres://a:b@db:5432/qun',
    );
  });
});

describe('wrong settings', () => {
  it('are told all at once, each with its cure', () => {
    const faults = faultsOf({
      ROOMS: 'bots,kitchen',
      NUANQUN_WEB_PORT: '80x',
      NUANQUN_QUIET_FROM: '9pm',
      NUANQUN_SEND_PER_DAY: '-1',
      NUANQUN_RETENTION_DAYS: '0',
      DATABASE_URL: 'mysql://db/qun',
      REDIS_URL: 'localhost:6379',
      NUANQUN_PUBLIC_URL: 'qun.example.cn',
      NUANQUN_HOTLINE: 'call us',
      NUANQUN_LOG_LEVEL: 'loud',
      WECHATY_PUPPET_SERVICE_ENDPOINT: 'gateway',
    });
    expect(faults).toContain('bad-config: 11 settings are wrong:');
    expect(faults).toContain('ROOMS (“bots,kitchen”): name rooms out of bots, workers, web');
    expect(faults).toContain('NUANQUN_WEB_PORT (“80x”): give a whole number from 0 to 65535');
    expect(faults).toContain('NUANQUN_QUIET_FROM (“9pm”): give a time of day such as 21:30');
    expect(faults).toContain('NUANQUN_RETENTION_DAYS (“0”): give a whole number from 1 to 3650');
    expect(faults).toContain('DATABASE_URL: give postgres://');
    expect(faults).toContain('REDIS_URL: give redis://');
    expect(faults.split('\n')).toHaveLength(12);
  });

  it('with a mistyped name are refused, and the name meant is told', () => {
    expect(faultsOf({ NUANQUN_WEBPORT: '8080' })).toBe(
      'bad-config: One setting is wrong:\n  NUANQUN_WEBPORT: there is no such setting; did you mean NUANQUN_WEB_PORT?',
    );
    expect(faultsOf({ NUANQUN_RETENTON_DAYS: '9' })).toContain('did you mean NUANQUN_RETENTION_DAYS?');
  });

  it('of other programs, and those of the test servers, are nobody’s business', () => {
    expect(faultsOf({ PATH: '/bin', NUANQUN_TEST_REDIS: 'redis://127.0.0.1:1' })).toBe('no fault');
  });

  it('a file whose name would be taken for a PostgreSQL address is refused', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres.sqlite' })).toContain('DATABASE_URL: give postgres://');
    expect(faultsOf({ DATABASE_URL: 'postgres://db' })).toContain('DATABASE_URL: give postgres://');
  });

  it('a gateway without its token is refused', () => {
    expect(faultsOf({ WECHATY_PUPPET: 'wechaty-puppet-service' })).toContain('WECHATY_PUPPET_SERVICE_TOKEN:');
  });
});

describe('a gateway without encryption', () => {
  const open = { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true' };
  it.each(['gateway.example.cn:8788', '10.0.0.5:8788', 'localhost.example.cn:8788', '128.0.0.1:8788'])(
    'is refused over the network: %s',
    endpoint => {
      expect(faultsOf({ ...open, WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint })).toContain('in the clear');
    },
  );
  it('is refused when nobody knows where it is', () => {
    expect(faultsOf(open)).toContain('in the clear');
    expect(faultsOf({ OTHER_NO_TLS_INSECURE_CLIENT: 'true' })).toContain('in the clear');
  });
  it.each(['127.0.0.1:8788', 'localhost:8788', '[::1]:8788'])('is allowed on this machine: %s', endpoint => {
    expect(faultsOf({ ...open, WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint })).toBe('no fault');
  });
});

describe('the embeddings endpoint', () => {
  const at = (NUANQUN_EMBEDDINGS_URL: string) => faultsOf({ NUANQUN_EMBEDDINGS_URL });

  it('is off unless an address is given, and needs no more than that', () => {
    expect(readConfig({ NUANQUN_EMBEDDINGS_KEY: 'k' }).embeddings).toBeNull();
    const { embeddings } = readConfig({ NUANQUN_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1/' });
    expect(embeddings).toEqual({ url: 'http://127.0.0.1:11434/v1', model: 'bge-m3', key: null });
  });

  it('may be anywhere, but has its key in a setting of its own', () => {
    expect(at('https://embed.example.cn/v1')).toBe('no fault');
    for (const wrong of ['ftp://a/v1', 'ollama', 'http://me:s3cr3t@a/v1', 'http://a/v1?key=s3cr3t']) {
      expect(at(wrong)).toContain('NUANQUN_EMBEDDINGS_URL: give a base address');
      expect(at(wrong)).not.toContain('s3cr3t');
    }
    expect(faultsOf({ NUANQUN_EMBEDDINGS_KEY: 's3cr3t and more' })).toMatch(/_KEY: give the key(?!.*s3cr3t)/);
  });
});

describe('secrets', () => {
  const config = readConfig({
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_s3cr3t',
    DATABASE_URL: 'postgres://qun:s3cr3t@db:5432/qun',
    REDIS_URL: 'redis://:s3cr3t@cache:6379/1',
    NUANQUN_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1',
    NUANQUN_EMBEDDINGS_KEY: 's3cr3t',
  });

  it('never show, however the settings are printed', () => {
    const prints = [
      JSON.stringify(config),
      inspect(config, { depth: 9 }),
      `${config.puppet.token}${config.database}`,
    ];
    for (const print of prints) {
      expect(print).not.toContain('s3cr3t');
      expect(print).toContain('***');
    }
    expect(JSON.stringify(config)).toContain('postgres://***@db:5432/qun');
    expect(JSON.stringify(config)).toContain('redis://***@cache:6379/1');
  });

  it('are given to who asks for them by name', () => {
    expect(config.puppet.token?.reveal()).toBe('puppet_s3cr3t');
    expect(config.redis?.reveal()).toBe('redis://:s3cr3t@cache:6379/1');
    expect(config.embeddings?.key?.reveal()).toBe('s3cr3t');
  });

  it('do not show in the list of faults either', () => {
    const faults = faultsOf({
      WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_s3cr3t',
      DATABASE_URL: 'mysql://qun:s3cr3t@db/qun',
      REDIS_URL: 'http://s3cr3t@cache',
      NUANQUN_NO_SUCH: 's3cr3t',
    });
    expect(faults).toContain('3 settings are wrong');
    expect(faults).not.toContain('s3cr3t');
  });
});
