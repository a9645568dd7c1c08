import { sayDetails } from '../../src/digest/details.ts';
import { aboutLeaderWords } from '../../src/texts.ts';
import { readDigestLine } from '../desk/read-digest-line.ts';
import { defineCommand } from './define.ts';

/** 详 3: what was found in the third group of the digest, with its evidence and what to do (对症下药). */
export const details = defineCommand({
  name: 'details',
  says: ['详', '详情', '详细'],
  act: 'order-improvement',
  forWhom: 'leader',
  isPrivateOnly: true,
  needsNumber: true,
  isDaily: true,
  help: '详 3：周报第3条的缘由',
  async run(turn, words) {
    const { line, analysis } = await readDigestLine(turn, words);
    await turn.say(analysis ? sayDetails(line.number, line.week, analysis) : aboutLeaderWords.noDetails());
  },
});
