import type { MeasureRow } from './measure-row.ts';
import { numberIn, sayNumber, sayShare } from './read-values.ts';

/**
 * What was done for people beyond the talk: M9, M10, M12 to M18. Most need more than an exported chat. M8 is left out:
 * how far a cadre reaches their own contacts is for that cadre and the line leader, and a page is passed on.
 */
export const SERVICE_ROWS: readonly MeasureRow[] = [
  {
    id: 'M9',
    name: '谁先回应',
    definition: '有人回的诉求里，几成是志愿者先回的。志愿者该表扬；干部从不露面才是问题。',
    say: values =>
      numberIn(values, 'share') === null ? null : `志愿者先回的占${sayShare(numberIn(values, 'share'))}`,
  },
  {
    id: 'M10',
    name: '是不是只联系骨干',
    definition: '干部的来往有几成是与骨干，比骨干在群里的占比高出多少。身份没有登记的人不算。',
    say: values =>
      numberIn(values, 'share') === null || numberIn(values, 'shareOfMembers') === null
        ? null
        : `与骨干的来往占${sayShare(numberIn(values, 'share'))}，骨干占群众的${sayShare(numberIn(values, 'shareOfMembers'))}`,
  },
  {
    id: 'M12',
    name: '办结是不是真的',
    definition: '办结的事里，没问过本人就办结、或本人说没解决的有几件。',
    say: values => {
      const closed = numberIn(values, 'closed') ?? 0;
      return closed === 0
        ? null
        : `办结${closed}件，自己说了算的${sayNumber(numberIn(values, 'selfClosed'))}件`;
    },
  },
  {
    id: 'M13',
    name: '三率',
    definition: '问过本人的办结事项里，联系到的、解决了的、满意的各占几成。问过的占几成一起列出。',
    say: values => {
      if ((numberIn(values, 'visited') ?? 0) === 0) return null;
      const shares = ['responded', 'solved', 'satisfied'].map(name => sayShare(numberIn(values, name)));
      return `联系${shares[0]}，解决${shares[1]}，满意${shares[2]}（问过${sayShare(numberIn(values, 'followUpShare'))}）`;
    },
  },
  {
    id: 'M14',
    name: '群众知不知道找谁',
    definition: '抽样问群众，答的人里几位知道该找谁。不到10位答不算。',
    say: values => {
      const known = numberIn(values, 'k');
      return known === null ? null : `${sayNumber(numberIn(values, 'n'))}位答，${known}位知道`;
    },
  },
  {
    id: 'M15',
    name: '新来的人',
    definition: '30天里进群的人，满一周的里面几位在一周内说过话。',
    say: values => {
      const joined = numberIn(values, 'joined') ?? 0;
      if (joined === 0) return null;
      const whole = numberIn(values, 'joinedAWeekAgo') ?? 0;
      return whole === 0
        ? `进群${joined}人，都还不满一周`
        : `进群${joined}人，满一周的${whole}人里${sayNumber(numberIn(values, 'spoke'))}人说过话`;
    },
  },
  {
    id: 'M17',
    name: '直报多久有回音',
    definition: '直接报给领导的事，24个工作小时内收到回音的有几件。',
    say: values => {
      const sent = numberIn(values, 'sent') ?? 0;
      return sent === 0 ? null : `${sent}件，按时有回音的${sayNumber(numberIn(values, 'inTime'))}件`;
    },
  },
  {
    id: 'M18',
    name: '服务清单兑现',
    definition: '清单上到期的事，按时办好的占几成。',
    say: values =>
      numberIn(values, 'share') === null
        ? null
        : `到期${sayNumber(numberIn(values, 'due'))}件，按时${sayNumber(numberIn(values, 'onTime'))}件`,
  },
];
