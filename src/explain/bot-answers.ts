import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { botQuestionsIn, staleClustersAt } from '../analysis/measures/m19-faq.ts';
import { dayOf } from '../time.ts';
import { defineRows } from './define.ts';

/** M19: each question with whether the bot, and then a person, answered; what askers said; what waits for an entry. */
export const botAnswers = defineRows({
  id: 'M19',
  rows({ window, message, measured: { faq } }) {
    const questions = botQuestionsIn(window).flatMap(({ tellings: [first], isBotAnswered, isAnswered }) =>
      first
        ? {
            kind: 'question',
            day: dayFromNumber(dayNumberAt(first.at)),
            message: message(first.messageId),
            isBotAnswered,
            isHandedOff: isBotAnswered && isAnswered,
          }
        : [],
    );
    const { useful, useless } = faq;
    const verdicts = useful === null ? [] : [{ kind: 'verdicts', useful, useless }];
    const waiting = (staleClustersAt(window) ?? []).map(since => ({
      kind: 'waiting-question',
      day: dayOf(since),
    }));
    return [...questions, ...verdicts, ...waiting];
  },
});
