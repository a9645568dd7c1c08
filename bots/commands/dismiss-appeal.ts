import { settleAppeal } from '../desk/decide-appeal.ts';
import { defineCommand } from './define.ts';

/** 不成立: the leader lets the ratings stand. */
export const dismissAppeal = defineCommand({
  name: 'dismiss-appeal',
  says: ['不成立', '申诉不成立'],
  act: 'see-own-tickets',
  forWhom: 'leader',
  isPrivateOnly: true,
  needsNumber: true,
  isTalkFromOthers: true,
  isTold: true,
  help: '不成立 3：申诉看过了，评价照算',
  run: (turn, words) => settleAppeal(turn, words.number ?? 0, false),
});
