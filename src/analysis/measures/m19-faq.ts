import { DAY_MS } from '../../time.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, needsIn } from '../window.ts';

/** M19 问答: how many questions the bot answered and what the askers said of it; apart from all help by people. */
export type FaqQuality = {
  questions: number;
  /** Null where no bot speaks in the group. */
  botAnswered: number | null;
  answerRate: number | null;
  useful: number | null;
  /** 没用: reported as wrong. */
  useless: number | null;
  /** 有用 ÷ all verdicts; null without verdicts. */
  usefulRate: number | null;
  /** Answered by the bot and then by a person as well. */
  handedOff: number | null;
  handOffRate: number | null;
  /** 常问没人答 for more than seven days. */
  staleClusters: number | null;
};

const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The questions of the window: whether the bot answered, and whether a person did as well. */
export const botQuestionsIn = (window: GroupWindow) =>
  needsIn(window)
    .filter(tellings => tellings.some(need => need.label === 'question'))
    .map(tellings => ({
      tellings,
      isBotAnswered: tellings.some(need => need.botAnsweredAt !== null && need.botAnsweredAt <= window.to),
      isAnswered: tellings.some(need => need.answers.some(answer => answer.at <= window.to)),
    }));

/** Questions of several people that have waited for an entry too long, by the day they came up; null where not known. */
export function staleClustersAt({ timeline, to }: GroupWindow): Date[] | null {
  const stale = to - THRESHOLDS.faq.staleClusterDays * DAY_MS;
  const waiting = timeline.history.faq?.clusters.filter(
    ({ since, until }) => since.getTime() < stale && (until === null || until.getTime() > to),
  );
  return waiting?.map(cluster => cluster.since) ?? null;
}

export function measureFaq(window: GroupWindow): FaqQuality {
  const { timeline, from, to } = window;
  const { faq } = timeline.history;
  const questions = botQuestionsIn(window);
  const hasBot = faq !== null || [...timeline.roster.values()].includes('bot');
  const answered = questions.filter(question => question.isBotAnswered);
  const handedOff = answered.filter(question => question.isAnswered).length;
  const known = faq?.answers.filter(({ at }) => at.getTime() >= from && at.getTime() <= to);
  const useful = known?.filter(({ verdict }) => verdict === 'useful').length ?? null;
  const useless = known?.filter(({ verdict }) => verdict === 'useless').length ?? null;
  return {
    questions: questions.length,
    botAnswered: hasBot ? answered.length : null,
    answerRate: hasBot ? shareOf(answered.length, questions.length) : null,
    useful,
    useless,
    usefulRate: useful === null || useless === null ? null : shareOf(useful, useful + useless),
    handedOff: hasBot ? handedOff : null,
    handOffRate: hasBot ? shareOf(handedOff, answered.length) : null,
    staleClusters: staleClustersAt(window)?.length ?? null,
  };
}
