import { growCandidate } from '../../db/faq-candidates.ts';
import { Failure } from '../../src/errors.ts';
import { MOST_ANSWER_CHARS } from '../../src/faq.ts';
import { maskPersonal } from '../../src/mask.ts';
import { toCurator } from '../../src/texts.ts';
import { numberedCandidate } from '../desk/find-candidate.ts';
import { defineCommand } from './define.ts';

/** The words behind the number as they were typed: reading a command narrows its marks, and these are published. */
const typedAnswer = (text: string): string =>
  text
    .trim()
    .replace(
      /^["“'「]?\s*答[\s:：]*第?\s*[\d０-９零〇一二两三四五六七八九十百千]+\s*[件号条]?[\s,，.。:：;；]+/u,
      '',
    );

/** 答: writes the answer of a candidate; it waits for 同意 all the same. */
export const writeAnswer = defineCommand({
  name: 'write-answer',
  says: ['答'],
  act: 'see-candidates',
  forWhom: 'staff',
  isPrivateOnly: true,
  needsNumber: true,
  help: '答 3 答案：给这条写答案',
  async run(turn, words) {
    const { id, number } = await numberedCandidate(turn, words);
    const answer = words.rest ? typedAnswer(turn.text).trim() : '';
    const length = [...answer].length;
    if (!length) throw new Failure('not-understood', toCurator.answerWhat(number));
    if (length > MOST_ANSWER_CHARS)
      throw new Failure('not-understood', toCurator.answerTooLong(number, length));
    if (maskPersonal(answer) !== answer) throw new Failure('not-allowed', toCurator.answerPersonal());
    await growCandidate(turn.tx, id, { answer });
    await turn.say(toCurator.answered(number));
  },
});
