import { endPrompt } from '../../db/prompts.ts';
import { aboutExamples } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { keepExample } from '../desk/keep-example.ts';
import { defineCommand } from './define.ts';

/** 可以: the member lets others learn from how their matter was handled, without name and home (学习做群众工作的方法). */
export const agreeExample = defineCommand({
  name: 'agree-example',
  says: ['可以', '可以的', '行'],
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  onlyAsAnswer: true,
  help: '同意把办法留给别的同志学',
  async run(turn, words) {
    const { tx, message, person, now } = turn;
    const ticket = await numberedTicket(turn, words.number ?? 0, 'rate-ticket');
    await endPrompt(tx, message.placeId, person.id, now);
    const isKept = await keepExample(turn, ticket);
    await turn.say(isKept ? aboutExamples.kept() : aboutExamples.notKept());
  },
});
