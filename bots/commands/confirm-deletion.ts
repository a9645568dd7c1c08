import { saveDeletion } from '../../db/deletions.ts';
import { endPrompt, openPrompt } from '../../db/prompts.ts';
import { Failure } from '../../src/errors.ts';
import { newGoneId } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { isCadre } from '../../src/people.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { defineCommand } from './define.ts';
import { DELETION_ASKED } from './delete-my-data.ts';

/**
 * 确定删除, the second step: the bot says farewell, and `workers/jobs/finish-deletions.ts` erases once that was said. Only as
 * the answer to the question of the last ten minutes.
 */
export const confirmDeletion = defineCommand({
  name: 'confirm-deletion',
  says: ['确定删除', '确认删除'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isTold: true,
  help: '回答"删除我的数据"的确认',
  async run(turn) {
    const { tx, person, message, now } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    if (isCadre(person.role) || person.role === 'leader')
      throw new Failure('not-allowed', aboutOwnData.deletionOfStaff());
    const prompt = await openPrompt(tx, message.placeId, person.id, now);
    if (prompt?.kind !== DELETION_ASKED) throw new Failure('not-understood', aboutOwnData.deletionNotAsked());
    await endPrompt(tx, message.placeId, person.id, now);
    const farewellKey = keys.farewell(message.id);
    await turn.say(aboutOwnData.farewell(), { key: farewellKey });
    await saveDeletion(tx, {
      personId: person.id,
      goneId: newGoneId(now),
      askedAt: now.toISOString(),
      farewellKey,
      erasedAt: null,
      names: [],
    });
  },
});
