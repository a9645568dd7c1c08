import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPut } from '../../db/outbox.ts';
import { isWorkingTime } from '../../src/time.ts';
import { pressStraightUp } from '../../workers/jobs/press-straight-up.ts';
import { ABOVE, addDistrict, loseLeader } from '../support/district.ts';
import { LEADER, MEMBER, openWorld, STRANGER, type TestWorld, TUESDAY } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  await addDistrict(world);
  await world.say(MEMBER, '直报 小区垃圾三天没人清', { group: null });
});
afterEach(() => world.close());

/** Tuesday 10:00 and 24 working hours of six and a half a day: Friday 16:00. */
const NOT_YET = '2026-11-27T15:45:00+08:00';
const OVER = '2026-11-27T16:00:00+08:00';
const pressed = () => world.saidTo(LEADER).filter(text => text.includes('群众在等回音'));
const above = () => world.saidTo(ABOVE).filter(text => text.includes('还没有回音'));

describe('a straight-up word without 收到', () => {
  it('is let be for 24 working hours, then pressed once a working day, and the next leader above hears of it once', async () => {
    await world.jumpTo(NOT_YET);
    expect(pressed()).toEqual([]);
    await world.jumpTo(OVER);
    await world.jumpTo('2026-11-27T16:30:00+08:00');
    expect(pressed()).toEqual([expect.stringContaining('第1件 小区垃圾三天没人清过了24个工作小时')]);
    expect(above()).toEqual([expect.stringContaining('群众直报的第1件')]);
    await world.jumpTo('2026-11-28T11:00:00+08:00');
    await world.jumpTo('2026-11-30T08:00:00+08:00');
    expect(pressed()).toHaveLength(1);
    const said = [];
    for (const clock of ['09:05', '12:30', '15:00', '18:00'])
      said.push(...(await world.jumpTo(`2026-11-30T${clock}:00+08:00`)));
    expect(pressed()).toHaveLength(2);
    expect(above()).toHaveLength(1);
    for (const each of said.filter(one => one.text.includes('群众在等回音')))
      expect(isWorkingTime(each.at)).toBe(true);
  });

  it('is pressed no more once the leader has seen it', async () => {
    await world.jumpTo(OVER);
    await world.say(LEADER, '收到 1', { group: null });
    await world.jumpTo('2026-11-30T10:00:00+08:00');
    expect(pressed()).toHaveLength(1);
  });

  it('is seen in time by a leader who says 收到 on the third day, and nobody is pressed', async () => {
    await world.jumpTo('2026-11-26T10:00:00+08:00');
    await world.say(LEADER, '收到 1', { group: null });
    await world.jumpTo('2026-11-30T10:00:00+08:00');
    expect([...pressed(), ...above()]).toEqual([]);
  });

  it('of several members makes one line to their leader, counted in the reminders of the day', async () => {
    await world.say(STRANGER, '直报 电梯三天没修好', { mention: true });
    await world.jumpTo(OVER);
    expect(pressed()).toHaveLength(1);
    expect(pressed()[0]).toMatch(/第1件.*第2件/);
    expect(above()).toHaveLength(2);
    expect(await countPut(world.open.db, LEADER, 'reminder/', TUESDAY)).toBeGreaterThan(0);
  });

  it('is told above even when its own leader can no longer be written to', async () => {
    await loseLeader(world);
    await world.jumpTo(OVER);
    expect(pressed()).toEqual([]);
    expect(above()).toHaveLength(1);
  });

  it('pressed twice by two runs has one effect', async () => {
    await world.jumpTo(OVER);
    const { db } = world.open;
    const again = await pressStraightUp.run({
      ...{ db, now: world.now(), clock: world.house.clock, log: world.house.log, config: world.house.config },
      scrub: async () => undefined,
      drawDigest: async () => new Uint8Array(),
    });
    expect(again).toEqual({ pressed: 0, escalated: 0 });
  });
});
