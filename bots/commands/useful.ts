import { saveVerdict } from '../../db/faq-answers.ts';
import { Failure } from '../../src/errors.ts';
import { toMember } from '../../src/texts.ts';
import { meantAnswer } from '../desk/find-answer.ts';
import { learnPhrasing } from '../desk/learn-phrasing.ts';
import { defineCommand } from './define.ts';

/** 有用: the answer was the right one; the asked words become one of its phrasings. In a group nothing is said. */
export const useful = defineCommand({
  name: 'useful',
  says: ['有用', '有帮助'],
  act: 'ask',
  forWhom: 'everyone',
  isTold: true,
  help: '我刚才的回答有用',
  async run(turn) {
    const answer = await meantAnswer(turn);
    if (!answer) throw new Failure('not-understood', toMember.whichAnswer());
    await saveVerdict(turn.tx, answer.messageId, 'useful', turn.now);
    await learnPhrasing(turn, answer);
    if (!turn.group) await turn.say(toMember.useful());
  },
});
