import { textsOf } from '../../db/messages.ts';
import { ticketsOfRequester } from '../../db/tickets.ts';
import { toMember } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 我的数据: what is kept about the person who asks. */
export const myData = defineCommand({
  name: 'my-data',
  says: ['我的数据', '隐私'],
  act: 'see-own-data',
  forWhom: 'everyone',
  help: '看我存了您的什么',
  async run(turn) {
    const { tx, person, bot } = turn;
    const tickets = (await ticketsOfRequester(tx, person.id)).length;
    const texts = (await textsOf(tx, person.id)).filter(said => said.id !== turn.message.id).length;
    await turn.say(
      toMember.myData({ tickets, texts, isContact: person.isContact }, bot.config.retentionDays),
    );
  },
});
