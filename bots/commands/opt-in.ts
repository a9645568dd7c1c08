import { appendAudit } from '../../db/audit.ts';
import { auditNameOf } from '../../db/audit-names.ts';
import { setOptedOut } from '../../db/opt-outs.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 恢复统计: the person is heard in the groups again. */
export const optIn = defineCommand({
  name: 'opt-in',
  says: ['恢复统计', '参加统计'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isTold: true,
  help: '退出统计以后，再参加（私聊）',
  async run(turn) {
    const { tx, person, now } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    await setOptedOut(tx, person.id, null);
    const byId = await auditNameOf(tx, person.id, now);
    await appendAudit(tx, { byId, act: 'opt-in', thing: 'person', data: {} }, now);
    await turn.say(aboutOwnData.optedIn());
  },
});
