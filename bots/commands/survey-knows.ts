import { personById } from '../../db/people.ts';
import { askPrompt } from '../../db/prompts.ts';
import { writeAnswer } from '../../db/survey-answers.ts';
import { hideAnswer } from '../../db/survey-links.ts';
import { aboutSurvey } from '../../src/texts.ts';
import { addWords } from '../survey/free-line.ts';
import { isOnlyTalk, openQuestion } from '../survey/open-question.ts';
import { defineCommand } from './define.ts';

const KNOWS = ['知道', '知道的', '晓得', '晓得的'];

/** 知道 / 不知道: the first tap of 群众评议; the answer is written without who gave it. */
export const surveyKnows = defineCommand({
  name: 'survey-knows',
  says: [...KNOWS, '不知道', '不晓得', '不清楚'],
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  onlyAsAnswer: true,
  help: '答群众评议',
  answersNow: async (turn, words) => (await openQuestion(turn)) !== null && isOnlyTalk(turn, words.rest),
  async run(turn, words) {
    const { tx, message, person, now } = turn;
    const ask = await openQuestion(turn);
    if (!ask) return;
    const { cadreId } = ask;
    const answerId = await writeAnswer(tx, ask, KNOWS.includes(words.word), now);
    await addWords(turn, answerId, cadreId, words.rest);
    await hideAnswer(tx, message);
    const prompt = { placeId: message.placeId, personId: person.id, kind: 'survey-helped' };
    await askPrompt(tx, { ...prompt, data: { answerId, cadreId } }, now);
    await turn.say(aboutSurvey.helped((await personById(tx, cadreId))?.name ?? ''));
  },
});
