import type { NotReady } from '../faq/candidate.ts';
import { shorten } from './moments.ts';

/** What is said of one candidate in the list. */
interface Listed {
  number: number;
  question: string;
  answer: string | null;
  askedTimes: number;
  source: string;
}

const SHOWN = 5;

function candidateLine({ number, question, answer, askedTimes, source }: Listed): string {
  const asked = askedTimes > 1 && source === 'cluster' ? `（${askedTimes}次）` : '';
  const reported = askedTimes ? `（${askedTimes}次说没用，已停用）` : '（已撤下）';
  const withdrawn = source === 'withdrawn' ? reported : '';
  return `${number} ${shorten(question, 24)}${asked}${withdrawn}→ ${answer ? shorten(answer, 30) : '还没有答案'}`;
}

const NOT_READY: Record<NotReady, (number: number) => string> = {
  'no-answer': number => `第${number}条还没有答案。请先写答案：回"答 ${number} 答案"。`,
  'has-gap': number =>
    `第${number}条的答案里有略去的姓名、号码或住处，不能直接用。请回"答 ${number} 答案"重写。`,
  'too-long': number => `第${number}条的答案超过90个字，群里读不完。请回"答 ${number} 答案"写短些。`,
};

/** What the bot says to those who may publish answers, always in private. */
export const toCurator = {
  candidates: (candidates: readonly Listed[]) =>
    candidates.length
      ? `待审${candidates.length}条：\n${candidates.slice(0, SHOWN).map(candidateLine).join('\n')}${
          candidates.length > SHOWN ? `\n还有${candidates.length - SHOWN}条。` : ''
        }\n回"同意 号""答 号 答案""不要 号"。`
      : '没有待审的问答。',
  /** In full, so that a person approves what they have read. */
  candidate: ({ number, question, answer }: Listed) =>
    `第${number}条 问：${question}\n答：${answer ?? '还没有'}\n回"同意 ${number}""答 ${number} 答案""不要 ${number}"。`,
  notReady: (why: NotReady, number: number) => NOT_READY[why](number),
  approved: (number: number, unitName: string) =>
    `好，第${number}条发布了，${shorten(unitName, 12)}的群里有人问就这样答。`,
  approvedEverywhere: (number: number) => `好，第${number}条恢复了，有人问就这样答。`,
  answered: (number: number) => `答案记下了，还没有发布。看过没错，回"同意 ${number}"。`,
  answerWhat: (number: number) => `答案写什么？请回"答 ${number} 答案"，90个字以内。`,
  answerTooLong: (number: number, length: number) =>
    `这个答案${length}个字，群里最多90个字。请写短些，再回"答 ${number} 答案"。`,
  answerPersonal: () => '答案会发到群里，请不要写手机号、证件号或银行卡号。请改了再发。',
  dismissed: (number: number) => `好，第${number}条不要了。`,
  noSuchCandidate: (number: number) => `没有第${number}条待审的问答。回"待审"看有哪些。`,
  decided: (number: number) => `第${number}条已经有人处理过了。回"待审"看还有哪些。`,
  takenBack: (question: string) => `好，"${shorten(question, 24)}"先不答了。回"待审"可以改了再用。`,
  takeBackWhich: () => '要撤下哪一条？请回"撤下 号"，或"撤下 问题原话"。',
  takeBackElsewhere: () => '这条各处都在用，不能由一个单位撤下。觉得不对，问过它以后回"没用"。',
  faqWithdrawn: (question: string, reports: number) =>
    `"${shorten(question, 24)}"这条回答有${reports}次说没用，已停用。请核对：回"待审"看。`,
} as const;
