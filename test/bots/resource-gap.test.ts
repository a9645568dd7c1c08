import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticketByNumber } from '../../db/tickets.ts';
import { ABOVE, addDistrict, loseLeader } from '../support/district.ts';
import { CADRE, LEADER, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());
const alone = { group: null };

describe('缺', () => {
  it('goes over the street to the leader of the unit above, who answers the cadre', async () => {
    await addDistrict(world);
    const said = await world.say(CADRE, '缺 3 台电脑和一间活动室', alone);
    expect(said).toContainEqual(expect.stringMatching(/记下了，第1件，已经报给钱进，限12月\d+日/));
    expect(world.saidTo(ABOVE)).toEqual([expect.stringContaining('彭浦街道王芳报：缺3 台电脑和一间活动室')]);
    expect(world.saidTo(LEADER)).toEqual([]);
    expect(await ticketByNumber(world.open.db, 1)).toMatchObject({
      kind: 'resource-gap',
      limitClass: 'complex',
      assigneeId: ABOVE,
      requesterId: CADRE,
      placeId: CADRE,
    });
    await world.say(ABOVE, '办结 1 下周送两台电脑', alone);
    expect(world.saidTo(CADRE).at(-1)).toContain('下周送两台电脑');
  });

  it('is not closed by the one who lacks it', async () => {
    await addDistrict(world);
    await world.say(CADRE, '四缺：缺人手', alone);
    expect(await world.say(CADRE, '办结 1 有了', alone)).toEqual([expect.stringContaining('负责的同志')]);
    expect((await ticketByNumber(world.open.db, 1))?.state).toBe('open');
  });

  it('can be given to somebody by that leader', async () => {
    await addDistrict(world);
    await world.say(CADRE, '缺 场地', alone);
    expect(await world.say(ABOVE, '派 1 @孙强', alone)).toContainEqual('好，第1件派给孙强了。');
    expect((await ticketByNumber(world.open.db, 1))?.assigneeId).toBe('p-sun');
  });

  it('is recorded, and truly said to be unheard, where nobody above can be written to', async () => {
    const unheard = expect.stringContaining('记下了，第1件。但上级单位的领导还收不到');
    expect(await world.say(CADRE, '缺 场地', alone)).toEqual([unheard]);
    expect(await ticketByNumber(world.open.db, 1)).toMatchObject({ assigneeId: null, state: 'open' });
    await addDistrict(world);
    await loseLeader(world, ABOVE);
    expect((await world.say(CADRE, '缺 人', alone)).join()).toContain('收不到我的消息');
    expect((await ticketByNumber(world.open.db, 2))?.assigneeId).toBe(ABOVE);
  });

  it('is a word of cadres only, and asks what is lacking', async () => {
    expect(await world.say(MEMBER, '缺 场地', alone)).toEqual([expect.stringContaining('负责的同志')]);
    expect(await world.say(CADRE, '缺', alone)).toEqual([expect.stringContaining('缺什么')]);
    expect(await ticketByNumber(world.open.db, 1)).toBeNull();
  });
});
