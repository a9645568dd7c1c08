import { voicesIn } from '../analysis/measures/m11-concentration.ts';
import { defineRows } from './define.ts';

/** M11: how many members wrote how many messages. */
export const voices = defineRows({
  id: 'M11',
  rows: ({ window }) => voicesIn(window).map(([messages, people]) => ({ kind: 'voice', messages, people })),
});
