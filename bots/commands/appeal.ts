import { addAppeal, appealsOf } from '../../db/appeals.ts';
import { groupById } from '../../db/groups.ts';
import { leadersOf, leadersUpward } from '../../db/people.ts';
import { ratingsOfCadre } from '../../db/ratings.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import type { Person } from '../../src/people.ts';
import { aboutRatings } from '../../src/texts.ts';
import { cutAt } from '../../src/understanding/tokens.ts';
import { ownRatings } from '../desk/cadre-ratings.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** An appeal is kept up to this length. */
const TEXT_LENGTH = 300;

/** The unit that decides: the one whose group the cadre's latest rating came from. */
async function unitOf({ tx, person }: Turn): Promise<string> {
  const latest = (await ratingsOfCadre(tx, person.id)).at(-1);
  const group = latest ? await groupById(tx, latest.groupId) : null;
  if (!group) throw new Failure('not-understood', aboutRatings.nothingToAppeal());
  return group.unitId;
}

/** Leaders of the unit who can be told; where there are none, those above. */
async function deciders({ tx }: Turn, unitId: string): Promise<Person[]> {
  const near = (await leadersOf(tx, unitId)).filter(leader => leader.isContact);
  return near.length ? near : (await leadersUpward(tx, unitId)).filter(leader => leader.isContact);
}

/** 申诉: a cadre's word against ratings that are shown; one at a time, and a leader of the unit decides. */
export const appeal = defineCommand({
  name: 'appeal',
  says: ['申诉'],
  act: 'see-own-ratings',
  forWhom: 'cadre',
  isPrivateOnly: true,
  isTalkFromOthers: true,
  help: '申诉 理由：评价不公道，请领导定',
  async run(turn, words) {
    const { tx, now, person, message } = turn;
    const shown = await ownRatings(turn);
    if (!shown) throw new Failure('not-understood', aboutRatings.notTogether());
    const open = (await appealsOf(tx, person.id)).find(each => each.decidedAt === null);
    if (open) throw new Failure('ticket-state', aboutRatings.appealOpen(open.number));
    if (!shown.bad) throw new Failure('not-understood', aboutRatings.nothingToAppeal());
    const text = maskNumbers(cutAt(`${words.number ?? ''} ${words.rest}`.trim(), TEXT_LENGTH));
    if (!text) throw new Failure('not-understood', aboutRatings.appealWhat());
    const unitId = await unitOf(turn);
    const added = await addAppeal(tx, { cadreId: person.id, unitId, text, trace: message.trace }, now);
    const said = aboutRatings.appeal({ number: added.number, who: person.name, text, ...shown });
    const leaders = await deciders(turn, unitId);
    for (const leader of leaders) await turn.tell(leader, keys.appeal(added.number, leader.id), said);
    await turn.say(
      leaders.length ? aboutRatings.appealed(added.number) : aboutRatings.appealUnheard(added.number),
    );
  },
});
