import { cadreIdsBelow } from '../../db/survey.ts';
import { surveyOfCadres } from '../../db/survey-answers.ts';
import { keys } from '../../src/keys.ts';
import { figuresOf } from '../../src/survey/figures.ts';
import { finishedMonths } from '../../src/survey/when.ts';
import { aboutSurvey } from '../../src/texts.ts';
import { dayOf } from '../../src/time.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

const MONTHS = 12;
/** One line alone would be known by its way of speaking. */
const FEWEST_LINES = 3;

/** Finished months only: within a month the figures stand still, so that no single answer is seen coming in. */
async function sayFigures(turn: Turn, cadreIds: readonly string[], whose: 'own' | 'below'): Promise<void> {
  const months = finishedMonths(dayOf(turn.now), MONTHS);
  const { asked, answers } = await surveyOfCadres(turn.tx, cadreIds, months);
  const figures = figuresOf(asked, answers);
  const lines = answers.flatMap(answer => answer.words ?? []);
  const mayQuote = whose === 'own' && figures.knows !== null && lines.length >= FEWEST_LINES;
  const words = mayQuote ? `\n${aboutSurvey.words(lines.slice(0, FEWEST_LINES))}` : '';
  const key = keys.command(turn.message.id, whose);
  await turn.say(`${aboutSurvey[whose](figures)}${words}`, { key });
}

/** 群众评议: a cadre's own figures, a leader's own first and then those of all cadres below together. */
export const surveyFigures = defineCommand({
  name: 'survey-figures',
  says: ['群众评议', '我的评议'],
  act: 'see-own-survey',
  forWhom: 'staff',
  isPrivateOnly: true,
  help: '看群众怎么评议您的联系',
  async run(turn) {
    const { tx, person } = turn;
    await sayFigures(turn, [person.id], 'own');
    if (person.role !== 'leader') return;
    await sayFigures(turn, await cadreIdsBelow(tx, person.id), 'below');
  },
});
