import { namesIn } from '../../db/groups.ts';
import { peopleByIds } from '../../db/people.ts';
import { addToAnswer, answerById } from '../../db/survey-answers.ts';
import { forgetLink, hideAnswer } from '../../db/survey-links.ts';
import { redactPersonal } from '../../src/redact-personal.ts';
import { aboutSurvey } from '../../src/texts.ts';
import { tidy } from '../../src/words.ts';
import type { Judged } from '../judge.ts';
import type { Turn } from '../turn.ts';
import { isSureNeed, openStep } from './open-question.ts';

/** A longer line is cut: it is a word to those who serve, not a file. */
const LONGEST = 200;

/** Adds what was said to an answer, without names, numbers and homes. */
export async function addWords(turn: Turn, answerId: string, cadreId: string, said: string): Promise<void> {
  const { tx, person } = turn;
  const answer = await answerById(tx, answerId);
  if (!answer || said === '') return;
  const own = (await peopleByIds(tx, [person.id, cadreId])).map(each => each.name);
  const names = [...own, ...(answer.groupId ? await namesIn(tx, answer.groupId) : [])];
  const words = [...(answer.words ? [answer.words] : []), redactPersonal(said, names)].join('；');
  await addToAnswer(tx, answerId, { words: [...words].slice(0, LONGEST).join('') });
}

/** What the bot would do better about than to note it. */
const OWN_WAY = ['emergency', 'sensitive', 'answer'];

/** Is this the free line the bot invited? A sure need, danger or a private matter goes its own way. */
export const isFreeLine = async (turn: Turn, judged: Judged): Promise<boolean> =>
  !OWN_WAY.includes(judged.decision.action) &&
  !isSureNeed(judged) &&
  (await openStep(turn, 'survey-words')) !== null;

/** Said to be polite: there is nothing to note. */
const NOTHING_MORE = /^(?:没有?了?|没啥|没什么|好的?|谢谢?)$/u;

/** 想说的话: keeps the line apart from who said it; one line, and the bot waits for no other. */
export async function noteFreeLine(turn: Turn): Promise<void> {
  const { tx, message, person, now } = turn;
  const step = await openStep(turn, 'survey-words');
  if (!step) return;
  const said = tidy(turn.text);
  const hasWords = !NOTHING_MORE.test(said);
  if (hasWords) await addWords(turn, step.answerId, step.cadreId, said);
  await forgetLink(tx, person.id, now);
  await hideAnswer(tx, message);
  await turn.say(hasWords ? aboutSurvey.wordsNoted() : aboutSurvey.nothingMore());
}
