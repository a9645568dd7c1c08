import { appendAudit } from '../../db/audit.ts';
import { auditNameOf } from '../../db/audit-names.ts';
import { setOptedOut } from '../../db/opt-outs.ts';
import { Failure } from '../../src/errors.ts';
import { isCadre } from '../../src/people.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 退出统计 (PIPL 15, 44): from now on only what the person says to the bot is heard. */
export const optOut = defineCommand({
  name: 'opt-out',
  says: ['退出统计', '不参加统计'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isTold: true,
  help: '在群里说的话不再听、不再存（私聊）',
  async run(turn) {
    const { tx, person, now } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    if (isCadre(person.role) || person.role === 'leader')
      throw new Failure('not-allowed', aboutOwnData.optOutOfStaff());
    await setOptedOut(tx, person.id, now);
    const byId = await auditNameOf(tx, person.id, now);
    await appendAudit(tx, { byId, act: 'opt-out', thing: 'person', data: {} }, now);
    await turn.say(aboutOwnData.optedOut());
  },
});
