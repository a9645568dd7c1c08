import { Failure } from '../../src/errors.ts';
import { aboutStraightUp, toLeader, toMember } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { tellSender } from '../desk/tell-sender.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 收到: the leader has seen it, and it is not sent to them again; who went straight up hears so. Without a number it is chatter. */
export const acknowledge = defineCommand({
  name: 'acknowledge',
  says: ['收到'],
  act: 'ask',
  forWhom: 'leader',
  isPrivateOnly: true,
  isDaily: true,
  help: '收到 12：这件我知道了',
  async run(turn, words) {
    const { person } = turn;
    if (person.role !== 'leader') return;
    if (words.number === null) throw new Failure('not-understood', toMember.notUnderstood(['收到 12']));
    const before = await numberedTicket(turn, words.number, 'acknowledge-ticket');
    if (before.acknowledgedAt !== null) return turn.say(toLeader.acknowledged(before));
    const ticket = await writeAct(turn, before, 'acknowledge');
    await turn.say(toLeader.acknowledged(ticket));
    if (ticket.escalatedFor === 'straight-up')
      await tellSender(turn, ticket, aboutStraightUp.seen(ticket, person.name));
  },
});
