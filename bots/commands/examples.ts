import { examplesFor } from '../../db/examples.ts';
import { groupById, groupIdsOfCadre } from '../../db/groups.ts';
import { allLeaders } from '../../db/people.ts';
import { Failure } from '../../src/errors.ts';
import { similarExamples } from '../../src/examples.ts';
import { aboutExamples } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

const SHOWN = 3;

/** The unit somebody of the staff serves or leads; the first of several. */
async function unitOf({ tx, person }: Turn): Promise<string | null> {
  const [groupId] = await groupIdsOfCadre(tx, person.id);
  if (groupId) return (await groupById(tx, groupId))?.unitId ?? null;
  return (await allLeaders(tx)).find(leader => leader.personId === person.id)?.unitId ?? null;
}

/** 例子: how others handled a matter of this sort, so that one cadre's way is another's lesson. */
export const examples = defineCommand({
  name: 'examples',
  says: ['例子', '找例子'],
  act: 'see-own-tickets',
  forWhom: 'staff',
  isPrivateOnly: true,
  isTalkFromOthers: true,
  help: '例子 楼道灯不亮：看别人怎么办好的',
  async run(turn, words) {
    if (!words.rest) throw new Failure('not-understood', aboutExamples.findWhat());
    const unitId = await unitOf(turn);
    const found = unitId ? similarExamples(words.rest, await examplesFor(turn.tx, unitId), SHOWN) : [];
    await turn.say(found.length ? aboutExamples.found(found) : aboutExamples.noneFound(words.rest));
  },
});
