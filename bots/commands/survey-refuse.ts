import { refuseSurvey, wasAsked } from '../../db/survey.ts';
import { forgetLink } from '../../db/survey-links.ts';
import { aboutSurvey } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 别再问: whoever was asked once may end it at any time, for ever. */
export const surveyRefuse = defineCommand({
  name: 'survey-refuse',
  says: ['别再问', '别再问了', '不要再问', '不要再问了'],
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  onlyAsAnswer: true,
  help: '不再参加群众评议',
  answersNow: async ({ tx, person, group }, words) =>
    !group && words.rest === '' && (await wasAsked(tx, person.id)),
  async run(turn) {
    const { tx, person, now } = turn;
    await refuseSurvey(tx, person.id, now);
    await forgetLink(tx, person.id, now);
    await turn.say(aboutSurvey.refused());
  },
});
