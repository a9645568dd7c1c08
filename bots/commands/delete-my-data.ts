import { isDeletionPending } from '../../db/deletions.ts';
import { askPrompt } from '../../db/prompts.ts';
import { ticketsOfRequester } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { isCadre } from '../../src/people.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { isWorkedOn } from '../../src/ticket.ts';
import { defineCommand } from './define.ts';

/** The bot's question that 确定删除 answers, within ten minutes. */
export const DELETION_ASKED = 'delete-data';

/** 删除我的数据 (PIPL 47), the first of two steps: says what will be lost, and asks. */
export const deleteMyData = defineCommand({
  name: 'delete-my-data',
  says: ['删除我的数据', '删掉我的数据', '注销我的数据'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isTold: true,
  help: '把我存的您的数据都删掉（私聊）',
  async run(turn) {
    const { tx, person, message, now } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    if (isCadre(person.role) || person.role === 'leader')
      throw new Failure('not-allowed', aboutOwnData.deletionOfStaff());
    if (await isDeletionPending(tx, person.id)) return turn.say(aboutOwnData.deletionUnderWay());
    const open = (await ticketsOfRequester(tx, person.id)).filter(isWorkedOn).length;
    await turn.say(aboutOwnData.askDeletion(open));
    const prompt = { placeId: message.placeId, personId: person.id, kind: DELETION_ASKED, data: {} };
    await askPrompt(tx, prompt, now);
  },
});
