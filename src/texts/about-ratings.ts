import { type ShownRatings, TOGETHER } from '../ratings.ts';
import type { Ticket } from '../ticket.ts';
import { shorten } from './moments.ts';

const WORDS_LENGTH = 40;

/** What the bot says about ratings and appeals, always in private. */
export const aboutRatings = {
  rated: (ticket: Ticket) =>
    `谢谢，第${ticket.number}件的评价记下了。承办的同志要等攒够${TOGETHER}份才一起看到，看不出是谁评的。`,
  /** Only when somebody was really asked to. */
  willCallBack: (ticket: Ticket) =>
    `第${ticket.number}件的评价记下了，谢谢您直说。15个工作日内，单位会另请人回访您，不是原来承办的同志。`,
  ratedBefore: (ticket: Ticket) => `第${ticket.number}件您评过了，谢谢。有话还想说，直接告诉我就行。`,
  closedByTime: (ticket: Ticket) =>
    `第${ticket.number}件办结过了7天，按时间结的，不再评价。还没解决，回"没解决 ${ticket.number}"。`,
  notDone: (ticket: Ticket) =>
    `第${ticket.number}件还没办结，办好了再评。想看到哪一步，回"进度 ${ticket.number}"。`,
  nothingToRate: () => '您还没有办结的事可以评价。',
  rateWhich: (tickets: readonly Ticket[]) =>
    `您评的是哪一件？${tickets
      .slice(0, 3)
      .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 10)}`)
      .join('；')}。请带上号，例如"满意 ${tickets[0]?.number ?? 1}"。`,

  notTogether: () => `评价攒够${TOGETHER}份才一起给您看，现在还不到。`,
  shown: ({ shown, good, basic, bad, setAside, words }: ShownRatings) =>
    `前${shown}份评价：满意${good}、基本满意${basic}、不满意${bad}${setAside ? `，申诉后不算${setAside}` : ''}。${
      words.length
        ? `最近${TOGETHER}份里的话：${words.map(each => `"${shorten(each, WORDS_LENGTH)}"`).join('、')}。`
        : ''
    }${bad ? '觉得不公道，回"申诉 理由"。' : ''}`,

  appealWhat: () => '为什么觉得不公道？请回"申诉 理由"，我转给单位领导定。',
  nothingToAppeal: () => '看得到的评价里没有不满意的，不用申诉。回"我的评价"看。',
  appealOpen: (number: number) => `申诉${number}还在等领导定，定了我告诉您，再提下一个。`,
  appealed: (number: number) => `申诉${number}记下了，已转给单位领导。定了我告诉您。`,
  appealUnheard: (number: number) =>
    `申诉${number}记下了，但现在没有能收到的领导。请当面告诉领导回我"成立 ${number}"或"不成立 ${number}"。`,
  appeal: (said: { number: number; who: string; text: string; shown: number; bad: number }) =>
    `申诉${said.number}：${said.who}觉得不公道。前${said.shown}份评价里不满意${said.bad}份。理由：${shorten(said.text, 200)}。请定，回"成立 ${said.number}"或"不成立 ${said.number}"。`,
  noSuchAppeal: (number: number) => `没有申诉${number}。请看收到的那条，带上里面的号。`,
  appealDecided: (number: number) => `申诉${number}已经定过了。`,
  upheld: (number: number, count: number) => `好，申诉${number}成立，${count}份不满意不再计入，已告诉本人。`,
  dismissed: (number: number) => `好，申诉${number}不成立，评价照算，已告诉本人。`,
  /** To the leader when the cadre is no friend of the bot's any more. */
  decidedUnheard: (number: number) => `好，申诉${number}记下了。本人没加我好友，请您告诉一声。`,
  yourAppealUpheld: (number: number, count: number) =>
    `您的申诉${number}成立，那时的${count}份不满意不再计入。回"我的评价"看。`,
  yourAppealDismissed: (number: number) =>
    `您的申诉${number}，领导看过，定为不成立，评价照算。想知道为什么，可以当面问领导。`,
} as const;
