import { saveVerdict } from '../../db/faq-answers.ts';
import { askPrompt } from '../../db/prompts.ts';
import { Failure } from '../../src/errors.ts';
import { toMember } from '../../src/texts.ts';
import { meantAnswer } from '../desk/find-answer.ts';
import { withdrawIfWrong } from '../desk/withdraw-entry.ts';
import { defineCommand } from './define.ts';

/** 没用: a report of a wrong answer, and the offer to record what was asked. */
export const useless = defineCommand({
  name: 'useless',
  says: ['没用', '没有用', '没帮助', '答错了'],
  act: 'ask',
  forWhom: 'everyone',
  isTold: true,
  help: '我刚才的回答没用，换人来答',
  async run(turn) {
    const { tx, message, person, now } = turn;
    const answer = await meantAnswer(turn);
    if (!answer) throw new Failure('not-understood', toMember.whichAnswer());
    await saveVerdict(tx, answer.messageId, 'useless', now);
    await turn.say(toMember.useless());
    const data = { messageId: answer.askedId, answeredId: answer.messageId };
    await askPrompt(tx, { placeId: message.placeId, personId: person.id, kind: 'answered', data }, now);
    await withdrawIfWrong(turn, answer);
  },
});
