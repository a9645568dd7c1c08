import { groupById, groupIdsOfCadre, nameIn } from '../../db/groups.ts';
import { leaderAbove } from '../../db/leaders.ts';
import { unitName } from '../../db/people.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { limitClassOf } from '../../src/limit-class.ts';
import { maskNumbers } from '../../src/mask.ts';
import { shorten } from '../../src/texts/moments.ts';
import { aboutGaps } from '../../src/texts.ts';
import { openKind } from '../desk/open-kind.ts';
import { wordsBehind } from '../desk/words-behind.ts';
import { defineCommand } from './define.ts';

const TOPIC_LENGTH = 40;

/** 四缺: what a cadre lacks for the work goes to the leader of the unit above, who brings it or says why not (带去工作资源). */
export const reportGap = defineCommand({
  name: 'report-gap',
  says: ['缺', '四缺', '缺资源'],
  act: 'report-gap',
  forWhom: 'cadre',
  isPrivateOnly: true,
  help: '缺 后面写缺什么：报给上级单位',
  async run(turn, words) {
    const { tx, person, now } = turn;
    const said = wordsBehind(turn, words);
    if (!said) throw new Failure('not-understood', aboutGaps.what());
    const [groupId] = await groupIdsOfCadre(tx, person.id);
    const group = groupId ? await groupById(tx, groupId) : null;
    if (!group) throw new Failure('no-such-group', aboutGaps.noGroup());
    const leader = await leaderAbove(tx, group.unitId);
    const ticket = await openKind(turn, {
      kind: 'resource-gap',
      group,
      topic: shorten(maskNumbers(said), TOPIC_LENGTH),
      limitClass: limitClassOf('resource-gap', said),
      assigneeId: leader?.id ?? null,
      placeId: person.id,
    });
    const who = await nameIn(tx, group.id, person.id);
    const card = aboutGaps.card(ticket, who, await unitName(tx, group.unitId), now);
    const isTold =
      leader !== null && (await turn.tell(leader, keys.ticketCard(ticket.id, leader.id, 1), card));
    await turn.say(isTold ? aboutGaps.opened(ticket, leader.name, now) : aboutGaps.openedUnreachable(ticket));
  },
});
