import { bind } from '../../db/bindings.ts';
import { joinGroup } from '../../db/groups.ts';
import { savePerson } from '../../db/people.ts';
import { links, surveyAnswers, surveyAsks } from '../../db/schema.ts';
import { CADRE, GROUP, MEMBER, type TestWorld } from './world.ts';

const LONG_AGO = new Date('2026-09-01T09:00:00+08:00');

/** Links members to a cadre. */
export async function link(world: TestWorld, personIds: readonly string[], cadreId = CADRE): Promise<void> {
  const rows = personIds.map(personId => ({ cadreId, personId, fromAt: LONG_AGO, toAt: null }));
  await world.open.db.insert(links).values(rows);
}

/** So many more neighbours, friends of the bot and members of the group; their ids. */
export async function addNeighbours(world: TestWorld, count: number): Promise<string[]> {
  const { db } = world.open;
  const ids = Array.from({ length: count }, (_, at) => `p-neighbour-${at + 1}`);
  for (const [at, id] of ids.entries()) {
    const name = `邻居${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.charAt(at)}`;
    world.chat.addPerson({ id, name, isContact: true });
    await savePerson(db, { id, name, role: 'member', isContact: true });
    await bind(db, 'test', 'person', id, id, LONG_AGO);
    await joinGroup(db, GROUP, id, 'member', LONG_AGO);
  }
  return ids;
}

/** Asks and answers of a month that is over: `n` answered, the first `k` of them know and were helped. */
export async function pastMonth(
  world: TestWorld,
  counts: { asked: number; n: number; k: number },
  more: { cadreId?: string; month?: string; words?: string[] } = {},
): Promise<void> {
  const { cadreId = CADRE, month = '2026-10', words = [] } = more;
  const { db } = world.open;
  const askedAt = new Date(`${month}-15T10:00:00+08:00`);
  for (let at = 0; at < counts.asked; at++) {
    const ask = { cadreId, personId: `${MEMBER}-${at}`, month, quarter: 'past', askedAt, answeredAt: null };
    await db.insert(surveyAsks).values(ask);
  }
  for (let at = 0; at < counts.n; at++) {
    const said = { knows: at < counts.k, helped: at < counts.k, words: words[at] ?? null };
    const id = `${cadreId}-${month}-${at}`;
    await db
      .insert(surveyAnswers)
      .values({ id, cadreId, groupId: GROUP, month, day: `${month}-18`, ...said });
  }
}
