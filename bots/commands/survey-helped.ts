import { askPrompt } from '../../db/prompts.ts';
import { addToAnswer } from '../../db/survey-answers.ts';
import { hideAnswer } from '../../db/survey-links.ts';
import { aboutSurvey } from '../../src/texts.ts';
import { addWords } from '../survey/free-line.ts';
import { isOnlyTalk, openStep } from '../survey/open-question.ts';
import { defineCommand } from './define.ts';

/** 没找过 says nothing of the help: it is counted neither for nor against. */
const HELPED: Readonly<Record<string, boolean | null>> = {
  帮上了: true,
  帮上忙了: true,
  没帮上: false,
  没帮上忙: false,
  没找过: null,
  没有找过: null,
};

/** 帮上了 / 没帮上 / 没找过: the second tap of 群众评议, answered in the same words whichever it was. */
export const surveyHelped = defineCommand({
  name: 'survey-helped',
  says: Object.keys(HELPED),
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  onlyAsAnswer: true,
  help: '答群众评议',
  answersNow: async (turn, words) =>
    (await openStep(turn, 'survey-helped')) !== null && isOnlyTalk(turn, words.rest),
  async run(turn, words) {
    const { tx, message, person, now } = turn;
    const step = await openStep(turn, 'survey-helped');
    if (!step) return;
    const { answerId, cadreId } = step;
    await addToAnswer(tx, answerId, { helped: HELPED[words.word] ?? null });
    await addWords(turn, answerId, cadreId, words.rest);
    await hideAnswer(tx, message);
    const prompt = { placeId: message.placeId, personId: person.id, kind: 'survey-words' };
    await askPrompt(tx, { ...prompt, data: { answerId, cadreId } }, now);
    await turn.say(aboutSurvey.thanks());
  },
});
