import { countOwnData } from '../../db/own-data.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 我的数据 (PIPL 44, 45): what is kept about the person who asks, and what they may do about it; in private only. */
export const myData = defineCommand({
  name: 'my-data',
  says: ['我的数据', '隐私'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isDaily: true,
  help: '看我存了您的什么，可以导出、更正、删除',
  async run(turn) {
    const { tx, person, bot } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    const own = await countOwnData(tx, person.id);
    await turn.say(aboutOwnData.view(own, bot.config.retentionDays));
  },
});
