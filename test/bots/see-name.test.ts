import { afterEach, beforeEach, expect, it } from 'vitest';
import { nameIn, setAlias } from '../../db/groups.ts';
import { CADRE, GROUP, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const shown = (personId: string) => nameIn(world.open.db, GROUP, personId);

it('a cadre’s new name is known when they speak, and forgotten when it is the old one again', async () => {
  world.chat.setAlias(GROUP, CADRE, '王主任');
  await world.say(CADRE, '大家早上好');
  expect(await shown(CADRE)).toBe('王主任');
  world.chat.setAlias(GROUP, CADRE, null);
  await world.say(CADRE, '下午我在居委会');
  expect(await shown(CADRE)).toBe('王芳');
});

it('a member’s new name is known within ten minutes of talk, and stands on the next card', async () => {
  await world.say(MEMBER, '大家早上好');
  world.chat.setAlias(GROUP, MEMBER, '302李阿姨');
  await world.jumpTo('2026-11-24T10:11:00+08:00');
  await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
  expect(world.saidTo(CADRE).at(-1)).toContain('302李阿姨');
});

it('a name that was corrected stands while the chat shows the same as before', async () => {
  await setAlias(world.open.db, GROUP, MEMBER, '李秀英');
  await world.say(MEMBER, '大家早上好');
  await world.jumpTo('2026-11-24T10:11:00+08:00');
  await world.say(MEMBER, '今天天气不错');
  expect(await shown(MEMBER)).toBe('李秀英');
});
