import { nameIn } from '../../db/groups.ts';
import { servingCadresOf } from '../../db/people.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { limitClassOf } from '../../src/limit-class.ts';
import { aboutSuggestions } from '../../src/texts.ts';
import { groupOfSpeaker, openForMember } from '../desk/open-kind.ts';
import { sendCards } from '../desk/send-cards.ts';
import { ledToPrivate } from '../desk/to-private.ts';
import { wordsBehind } from '../desk/words-behind.ts';
import { defineCommand } from './define.ts';

/** 建议: an answer or a reason is owed for it; without words it cannot be closed (提意见). */
export const suggest = defineCommand({
  name: 'suggest',
  says: ['建议', '提建议', '提个建议', '我有个建议'],
  act: 'open-ticket',
  forWhom: 'everyone',
  help: '建议 后面写内容：一定给您答复或者原因',
  async run(turn, words) {
    const { tx, now } = turn;
    const said = wordsBehind(turn, words);
    if (!said) throw new Failure('not-understood', aboutSuggestions.what());
    if (await ledToPrivate(turn, aboutSuggestions.alone())) return;
    const group = await groupOfSpeaker(turn);
    const serving = await servingCadresOf(tx, group.id, now);
    const limitClass = limitClassOf('suggestion', said);
    const opening = { kind: 'suggestion' as const, group, limitClass, assigneeId: serving[0]?.id ?? null };
    const ticket = await openForMember(turn, said, opening);
    await turn.say(serving.length ? aboutSuggestions.opened(ticket) : aboutSuggestions.nobodyYet(ticket), {
      key: keys.ticketOpened(ticket.id),
    });
    const who = await nameIn(tx, group.id, turn.person.id);
    for (const cadre of serving.filter(each => each.isContact))
      await turn.tell(
        cadre,
        keys.ticketCard(ticket.id, cadre.id, ticket.lastSeq),
        aboutSuggestions.card(ticket, who, group.name, now),
      );
    // Where no cadre can be reached the leader hears of it.
    if (!serving.some(cadre => cadre.isContact)) await sendCards(turn, ticket);
  },
});
