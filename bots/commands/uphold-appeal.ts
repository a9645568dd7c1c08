import { settleAppeal } from '../desk/decide-appeal.ts';
import { defineCommand } from './define.ts';

/** 成立: the leader finds an appeal right; the ratings it was about count no more. */
export const upholdAppeal = defineCommand({
  name: 'uphold-appeal',
  says: ['成立', '申诉成立'],
  act: 'see-own-tickets',
  forWhom: 'leader',
  isPrivateOnly: true,
  needsNumber: true,
  isTalkFromOthers: true,
  isTold: true,
  help: '成立 3：申诉有道理，那些不满意不再算',
  run: (turn, words) => settleAppeal(turn, words.number ?? 0, true),
});
