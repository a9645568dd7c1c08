import { FEWEST_ANSWERS, type Share, type SurveyFigures } from '../survey/figures.ts';
import { shorten } from './moments.ts';

const percent = (share: number): string => `${Math.round(100 * share)}%`;

const said = (title: string, share: Share | null): string =>
  share
    ? `${title}：${share.n}位里${share.k}位，${percent(share.k / share.n)}（把握范围${percent(share.low)}到${percent(share.high)}）。`
    : `${title}：还不到${FEWEST_ANSWERS}位，先不显示。`;

const came = ({ asked, answered, responseRate }: SurveyFigures): string =>
  `问了${asked}位，${answered}位回了${responseRate === null ? '' : `（${percent(responseRate)}）`}。`;

/** What the bot says of 群众评议, always in private. The replies are the same whatever was answered, so that they tell nothing. */
export const aboutSurvey = {
  knows: (cadreName: string) =>
    `您好，问您两句，自愿答，不记您的名字。您知道有事可以找联系干部${shorten(cadreName, 8)}吗？回"知道"或"不知道"。不想被问，回"别再问"。`,
  helped: (cadreName: string) =>
    `记下了。${shorten(cadreName, 8)}帮上您的忙了吗？回"帮上了""没帮上"或"没找过"。`,
  thanks: () => '谢谢您。还想说的话，10分钟内再发一句，不说也行，不带您的名字。有事随时跟我说。',
  wordsNoted: () => '谢谢，这句也记下了，不带您的名字。有事随时跟我说。',
  nothingMore: () => '好，谢谢您。有事随时跟我说。',
  refused: () => '好，以后不再问您。要办的事还是随时跟我说。',

  /** For a cadre, or of a leader's own links. */
  own: (figures: SurveyFigures) =>
    figures.asked
      ? `群众评议，您联系的群众，近12个月：${came(figures)}${said('知道找您', figures.knows)}${said('找过，帮上了', figures.helped)}`
      : '您联系的群众上个月底前还没有问过。每月随机问几位，下月初看"群众评议"。',
  /** For a leader, of all cadres below together; never one by one. */
  below: (figures: SurveyFigures) =>
    figures.asked
      ? `各群联系干部合计，近12个月：${came(figures)}${said('知道找谁', figures.knows)}${said('找过，帮上了', figures.helped)}`
      : '各群联系的群众上个月底前还没有问过。下月初看"群众评议"。',
  words: (lines: readonly string[]) => `群众说（不记名）：${lines.map(line => shorten(line, 40)).join('；')}`,
} as const;
