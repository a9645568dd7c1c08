import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Gap, type Supervisor, supervise } from '../../bots/supervise.ts';

const START = Date.parse('2026-11-23T01:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A line whose far end can be taken away; restarts take a moment, as real ones do. */
function aLine() {
  const line = {
    restarts: [] as { attempt: number; at: number }[],
    dings: 0,
    isUp: true,
    isLoggedIn: false,
    gaps: [] as Gap[],
    gaveUp: [] as string[],
    hangs: false,
    answersDings: false,
  };
  const supervisor: Supervisor = supervise({
    line: {
      async restart(attempt) {
        line.restarts.push({ attempt, at: Date.now() - START });
        line.isLoggedIn = false;
        if (line.hangs) await new Promise(() => {});
        await new Promise(resolve => setTimeout(resolve, 100));
        if (!line.isUp) throw new Error('14 UNAVAILABLE');
        line.isLoggedIn = true;
        supervisor.heard();
      },
      isLoggedIn: () => line.isLoggedIn,
      ding() {
        line.dings++;
        if (line.answersDings) supervisor.heard();
      },
    },
    clock: { now: () => new Date() },
    elapsed: () => Date.now(),
    log: { info() {}, warn() {}, error() {} },
    onGap: gap => void line.gaps.push(gap),
    giveUp: reason => void line.gaveUp.push(reason),
  });
  return { line, supervisor };
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

describe('a line under supervision', () => {
  it('starts once, and leaves no gap when the start succeeds at once', async () => {
    const { line, supervisor } = aLine();
    supervisor.begin();
    await pass(1);
    expect(line.restarts).toHaveLength(1);
    expect(line.gaps).toEqual([]);
    supervisor.end();
  });

  it('tries again with growing pauses when the gateway is down at launch, and tells the gap', async () => {
    const { line, supervisor } = aLine();
    line.isUp = false;
    supervisor.begin();
    await pass(8);
    line.isUp = true;
    await pass(20);
    const pauses = line.restarts.slice(1).map(({ at }, n) => at - (line.restarts[n]?.at ?? 0) - 100);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(line.gaps).toMatchObject([{ from: new Date(START), reason: 'start' }]);
    supervisor.end();
  });

  it('dings after half the silence, and leaves a line alone that answers', async () => {
    const { line, supervisor } = aLine();
    line.answersDings = true;
    supervisor.begin();
    await pass(600);
    expect(line.dings).toBeGreaterThan(5);
    expect(line.restarts).toHaveLength(1);
    supervisor.end();
  });

  it('restarts a line that looks logged in but gives no sign of life', async () => {
    const { line, supervisor } = aLine();
    supervisor.begin();
    await pass(100);
    expect(line.dings).toBe(1);
    expect(line.restarts).toHaveLength(2);
    const [gap] = line.gaps;
    expect(gap?.from.getTime()).toBeLessThan(START + 1_000);
    expect(gap?.to.getTime()).toBeGreaterThan(START + 90_000);
    supervisor.end();
  });

  it('heals outage after outage', async () => {
    const { line, supervisor } = aLine();
    supervisor.begin();
    await pass(1);
    for (let round = 1; round <= 3; round++) {
      line.isUp = false;
      supervisor.failed('14 UNAVAILABLE');
      supervisor.failed('14 UNAVAILABLE');
      await pass(30);
      line.isUp = true;
      await pass(60);
      expect(line.gaps).toHaveLength(round);
    }
    expect(line.gaveUp).toEqual([]);
    supervisor.end();
  });

  it('restarts an account that stays logged out', async () => {
    const { line, supervisor } = aLine();
    line.answersDings = true;
    supervisor.begin();
    await pass(10);
    line.isLoggedIn = false;
    await pass(30);
    expect(line.restarts).toHaveLength(1);
    await pass(60);
    expect(line.restarts).toHaveLength(2);
    supervisor.end();
  });

  it('does not wait for a restart that hangs', async () => {
    const { line, supervisor } = aLine();
    line.hangs = true;
    supervisor.begin();
    await pass(29);
    line.hangs = false;
    await pass(5);
    expect(line.restarts.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(line.isLoggedIn).toBe(true);
    supervisor.end();
  });

  it('gives up once after ten failures, and then rests', async () => {
    const { line, supervisor } = aLine();
    line.isUp = false;
    supervisor.begin();
    await pass(3_600);
    expect(line.restarts).toHaveLength(10);
    expect(line.gaveUp).toEqual(['start; 10 restarts failed']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never gives up while a person is still to scan the code', async () => {
    const { line, supervisor } = aLine();
    const showCode = setInterval(() => {
      line.isLoggedIn = false;
      supervisor.heard();
      supervisor.scanning();
    }, 20_000);
    supervisor.begin();
    await pass(7_200);
    expect(line.gaveUp).toEqual([]);
    expect(line.restarts).toHaveLength(1);
    clearInterval(showCode);
    supervisor.end();
  });

  it('leaves no timer behind when it ends in the middle of a pause', async () => {
    const { line, supervisor } = aLine();
    line.isUp = false;
    supervisor.begin();
    await pass(8);
    supervisor.end();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    const tried = line.restarts.length;
    await pass(600);
    expect(line.restarts).toHaveLength(tried);
    expect(line.gaveUp).toEqual([]);
  });
});
