import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { DAY_MS } from '../../src/time.ts';
import { defineJob, type Job } from '../../workers/jobs/define.ts';
import type { RunJob } from '../../workers/queue/runner.ts';
import { createSchedule, type ScheduleParts } from '../../workers/schedule.ts';

/** 2026-11-23 is a Monday; 08:00 in Shanghai. */
const MONDAY = new Date('2026-11-23T08:00:00+08:00');
const at = (text: string): Date => new Date(`${text}+08:00`);

const aJob = (name: string, every: string): Job =>
  defineJob({ name, every, title: name, run: async () => ({}) });

function aLog() {
  const lines: { level: string; says: string; fields: Record<string, unknown> }[] = [];
  const put = (level: string) => (fields: Record<string, unknown>, says: string) =>
    void lines.push({ level, says, fields });
  const log: Log = { info: put('info'), warn: put('warn'), error: put('error') };
  return { log, lines };
}

function aSchedule(jobs: Job[], run: RunJob, more: Partial<ScheduleParts> = {}) {
  const clock = { at: MONDAY, now: () => clock.at };
  const { log, lines } = aLog();
  return { clock, lines, schedule: createSchedule({ jobs, run, clock, log, ...more }) };
}

/** Steps through time as the demo's clock does, and gives what ran when. */
async function walk(schedule: ReturnType<typeof createSchedule>, from: Date, to: Date) {
  const ran: string[] = [];
  for (let now = schedule.nextAt(from); now <= to; now = schedule.nextAt(now)) {
    for (const name of await schedule.runDue(now)) ran.push(`${now.toISOString()} ${name}`);
  }
  return ran;
}

const nothing: RunJob = async () => ({});

describe('the timetable', () => {
  it('finds Monday 09:00 in Shanghai, at the same hour of the day all year round', async () => {
    const { schedule } = aSchedule([aJob('send-digest', '0 9 * * 1')], nothing);
    expect(schedule.nextAt(MONDAY)).toEqual(at('2026-11-23T09:00:00'));
    const ran = await walk(schedule, MONDAY, new Date(MONDAY.getTime() + 366 * DAY_MS));
    expect(ran).toHaveLength(53);
    expect(new Set(ran.map(line => line.slice(10, 24)))).toEqual(new Set(['T01:00:00.000Z']));
    expect(new Set(ran.map(line => new Date(line.slice(0, 24)).getUTCDay()))).toEqual(new Set([1]));
  });

  it('lets every job of a day run at its own time', async () => {
    const jobs = [aJob('roll-up', '30 5 * * *'), aJob('remind', '0 9,14 * * *'), aJob('score', '0 6 * * 1')];
    const { schedule } = aSchedule(jobs, nothing);
    const ran = await walk(schedule, MONDAY, at('2026-11-24T10:00:00'));
    expect(ran).toEqual([
      '2026-11-23T01:00:00.000Z remind',
      '2026-11-23T06:00:00.000Z remind',
      '2026-11-23T21:30:00.000Z roll-up',
      '2026-11-24T01:00:00.000Z remind',
    ]);
  });

  it('tells the next moment without running anything, however often it is asked', () => {
    const { schedule } = aSchedule([aJob('remind', '*/10 * * * *')], () => Promise.reject(new Error('ran')));
    for (let i = 0; i < 3; i++) expect(schedule.nextAt(MONDAY)).toEqual(at('2026-11-23T08:10:00'));
    expect(schedule.nextAt(at('2026-11-23T08:10:00'))).toEqual(at('2026-11-23T08:20:00'));
  });

  it('steps through eight weeks of a job every five minutes, none left out', {
    timeout: 60_000,
  }, async () => {
    let count = 0;
    const jobs = [aJob('remind', '*/5 * * * *'), aJob('roll-up', '30 5 * * *'), aJob('score', '0 6 * * 1')];
    const { schedule } = aSchedule(jobs, async () => {
      count++;
      return {};
    });
    const began = performance.now();
    await walk(schedule, MONDAY, new Date(MONDAY.getTime() + 56 * DAY_MS));
    expect(count).toBe(56 * 288 + 56 + 8);
    expect(count / ((performance.now() - began) / 1000)).toBeGreaterThan(1000);
  });

  it('with no jobs never comes', async () => {
    const { schedule } = aSchedule([], nothing);
    expect(schedule.nextAt(MONDAY).getTime()).toBeGreaterThan(at('2999-01-01T00:00:00').getTime());
    expect(await schedule.runDue(at('2027-01-01T00:00:00'))).toEqual([]);
  });
});

describe('after being away', () => {
  it('a job whose time came many times runs once, with the present as its now', async () => {
    const nows: Date[] = [];
    const { schedule } = aSchedule([aJob('remind', '*/10 * * * *')], async (_job, now) => {
      nows.push(now);
      return {};
    });
    const back = at('2026-11-25T08:03:00');
    expect(await schedule.runDue(back)).toEqual(['remind']);
    expect(nows).toEqual([back]);
    expect(await schedule.runDue(back)).toEqual([]);
    expect(schedule.nextAt(back)).toEqual(at('2026-11-25T08:10:00'));
  });

  it('missed jobs run in the order of the list, so that the digest finds its scores', async () => {
    const jobs = [aJob('roll-up', '30 5 * * *'), aJob('score', '0 6 * * 1'), aJob('digest', '0 9 * * 1')];
    const { schedule } = aSchedule(jobs, nothing);
    expect(await schedule.runDue(at('2026-12-02T00:00:00'))).toEqual(['roll-up', 'score', 'digest']);
  });

  it('what was missed before the start is made up when it is told since when', async () => {
    const digest = aJob('digest', '0 9 * * 1');
    const since = at('2026-11-16T08:00:00');
    expect(await aSchedule([digest], nothing, { since }).schedule.runDue(MONDAY)).toEqual(['digest']);
    expect(await aSchedule([digest], nothing).schedule.runDue(MONDAY)).toEqual([]);
  });
});

describe('one at a time', () => {
  it('no job begins before the one before it has ended, whoever asks', async () => {
    let running = 0;
    let most = 0;
    const slow: RunJob = async () => {
      most = Math.max(most, ++running);
      await new Promise(resolve => setTimeout(resolve, 5));
      running--;
      return { done: 1 };
    };
    const { schedule } = aSchedule([aJob('remind', '* * * * *'), aJob('score', '* * * * *')], slow);
    const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000);
    const [first, second, report] = await Promise.all([
      schedule.runDue(later(1)),
      schedule.runDue(later(2)),
      schedule.runNow('score'),
    ]);
    expect([first, second, report]).toEqual([['remind', 'score'], ['remind', 'score'], { done: 1 }]);
    expect(most).toBe(1);
  });

  it('two askers at the same moment have the job run once', async () => {
    let count = 0;
    const { schedule } = aSchedule([aJob('remind', '0 9 * * *')], async () => ({ count: ++count }));
    const nine = at('2026-11-23T09:00:00');
    await Promise.all([schedule.runDue(nine), schedule.runDue(nine)]);
    expect(count).toBe(1);
  });
});

describe('a job that fails', () => {
  const nine = at('2026-11-23T09:00:00');

  it('is tried again three times, with a doubled pause, and logged once when that did not help', async () => {
    const { schedule, lines } = aSchedule([aJob('digest', '0 9 * * 1')], () =>
      Promise.reject(new Error('disk full')),
    );
    const ran = await walk(schedule, MONDAY, at('2026-11-23T12:00:00'));
    expect(ran.map(line => line.slice(11, 19))).toEqual(['01:00:00', '01:00:05', '01:00:15', '01:00:35']);
    expect(lines).toEqual([
      { level: 'error', says: 'job failed', fields: { job: 'digest', error: 'disk full' } },
    ]);
    expect(schedule.nextAt(nine)).toEqual(at('2026-11-30T09:00:00'));
  });

  it('and then succeeds is not logged as failed', async () => {
    let tries = 0;
    const { schedule, lines } = aSchedule([aJob('digest', '0 9 * * 1')], async () => {
      if (++tries < 3) throw new Error('busy');
      return { digests: 2 };
    });
    await walk(schedule, MONDAY, at('2026-11-23T12:00:00'));
    expect(tries).toBe(3);
    expect(lines).toEqual([{ level: 'info', says: 'job done', fields: { job: 'digest', digests: 2 } }]);
  });

  it('waits as long as the failure asks for', async () => {
    const { schedule } = aSchedule([aJob('digest', '0 9 * * 1')], () =>
      Promise.reject(new Failure('gateway-down', 'the gateway is away', 60_000)),
    );
    await schedule.runDue(nine);
    expect(schedule.nextAt(nine)).toEqual(at('2026-11-23T09:01:00'));
  });

  it('by a refusal is not tried again, because it would be refused again', async () => {
    const { schedule, lines } = aSchedule([aJob('digest', '0 9 * * 1')], () =>
      Promise.reject(new Failure('no-such-group', 'no such group')),
    );
    expect(await walk(schedule, MONDAY, at('2026-11-23T12:00:00'))).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });

  it('again at its next time has that run’s own three retries, and each run one line', async () => {
    const { schedule, lines } = aSchedule([aJob('remind', '* * * * *')], () =>
      Promise.reject(new Error('no')),
    );
    const ran = await walk(schedule, MONDAY, at('2026-11-23T08:02:59'));
    expect(ran.map(line => line.slice(14, 19))).toEqual([
      ...['01:00', '01:05', '01:15', '01:35'],
      ...['02:00', '02:05', '02:15', '02:35'],
    ]);
    expect(lines).toHaveLength(2);
  });

  it('does not keep the others from running', async () => {
    const { schedule } = aSchedule([aJob('bad', '0 9 * * *'), aJob('good', '0 9 * * *')], async job => {
      if (job.name === 'bad') throw new Error('no');
      return {};
    });
    expect(await schedule.runDue(nine)).toEqual(['bad', 'good']);
  });

  it('when asked for by hand tells the one who asked', async () => {
    const { schedule } = aSchedule([aJob('digest', '0 9 * * 1')], () =>
      Promise.reject(new Error('disk full')),
    );
    await expect(schedule.runNow('digest')).rejects.toThrow('disk full');
    await expect(schedule.runNow('digets')).rejects.toThrow('There is no job digets; there are digest');
  });
});

describe('running by itself', () => {
  it('runs what falls due, and on stopping lets the running job end and begins no other', async () => {
    const ended: string[] = [];
    const jobs = [aJob('remind', '* * * * *'), aJob('score', '* * * * *')];
    let began: (() => void) | undefined;
    const hasBegun = new Promise<void>(resolve => {
      began = resolve;
    });
    const { schedule, clock } = aSchedule(
      jobs,
      async job => {
        began?.();
        await new Promise(resolve => setTimeout(resolve, 30));
        ended.push(job.name);
        return {};
      },
      { tickMs: 5 },
    );
    await schedule.start();
    clock.at = new Date(MONDAY.getTime() + 60_000);
    await hasBegun;
    await schedule.stop();
    expect(ended).toEqual(['remind']);
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(ended).toEqual(['remind']);
  });

  it('does not wait for ever for a job that hangs', async () => {
    const { schedule, clock } = aSchedule([aJob('remind', '* * * * *')], () => new Promise(() => undefined), {
      tickMs: 5,
      stopWithinMs: 50,
    });
    await schedule.start();
    clock.at = new Date(MONDAY.getTime() + 60_000);
    await new Promise(resolve => setTimeout(resolve, 30));
    const began = performance.now();
    await schedule.stop();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('a job that could never run is refused when it is defined', () => {
  it.each([
    ['Send Digest', '0 9 * * 1', 'kebab-case'],
    ['send:digest', '0 9 * * 1', 'kebab-case'],
    ['send-digest', '0 9 31 2 *', 'would never run'],
    ['send-digest', '61 9 * * *', '61'],
    ['send-digest', '0 0 9 * * 1', '5 parts'],
  ])('%s at %s', (name, every, says) => {
    expect(() => aJob(name, every)).toThrow(says);
  });
});
