import { groupById } from '../../db/groups.ts';
import { reachableLeaders } from '../../db/leaders.ts';
import { type PlacedTicket, ticketsOfRequester } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { aboutStraightUp } from '../../src/texts.ts';
import { isWorkedOn } from '../../src/ticket.ts';
import type { Words } from '../../src/words.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { groupOfSpeaker, openForMember } from '../desk/open-kind.ts';
import { claimStraightUp, ownWords, sendStraightUp, sentBefore, wordsOf } from '../desk/send-straight-up.ts';
import { ledToPrivate } from '../desk/to-private.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** The ticket meant: the numbered one, or without number and words the only one of the member's; null for new words. */
async function ticketMeant(turn: Turn, words: Words): Promise<PlacedTicket | null> {
  if (words.number !== null) return numberedTicket(turn, words.number, 'straight-up');
  if (words.rest) return null;
  const [only, another] = (await ticketsOfRequester(turn.tx, turn.person.id)).filter(isWorkedOn);
  if (!only || another) throw new Failure('not-understood', aboutStraightUp.what());
  return only;
}

/** 直报: the member's own words go to the leader's phone, and the answer comes back to the one who sent them. */
export const straightUp = defineCommand({
  name: 'straight-up',
  says: ['直报'],
  act: 'open-ticket',
  forWhom: 'everyone',
  help: '直报 12，或直报 要说的话：原话直接发给领导',
  async run(turn, words) {
    const { tx, person, bot } = turn;
    if (await ledToPrivate(turn, aboutStraightUp.alone())) return;
    const known = await ticketMeant(turn, words);
    const group = (known && (await groupById(tx, known.groupId))) ?? (await groupOfSpeaker(turn));
    const [leader] = await reachableLeaders(tx, group.unitId, person.id);
    if (!leader) return turn.say(aboutStraightUp.nobodyReachable(bot.config.hotline));
    const given = ownWords(words.rest);
    const sent = await sentBefore(turn, given, known);
    if (sent) return turn.say(aboutStraightUp.alreadySent(sent.number, sent.name));
    const said = given || (known ? await wordsOf(turn, known) : '');
    await claimStraightUp(turn);
    const opening = {
      kind: 'request' as const,
      group,
      limitClass: 'general' as const,
      assigneeId: leader.id,
    };
    const ticket = known ?? (await openForMember(turn, words.rest, opening));
    await sendStraightUp(turn, ticket, { leader, group, words: said });
  },
});
