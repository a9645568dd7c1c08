import { appendAudit } from '../../db/audit.ts';
import { auditNameOf } from '../../db/audit-names.ts';
import { correctName } from '../../db/own-names.ts';
import { Failure } from '../../src/errors.ts';
import { maskNumbers } from '../../src/mask.ts';
import { isCadre } from '../../src/people.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

const MOST_CHARS = 20;

/** A name somebody can be called by: short, without signs of a list or a command, without anybody's numbers. */
const isName = (name: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}·. _-]*$/u.test(name) &&
  [...name].length <= MOST_CHARS &&
  maskNumbers(name) === name &&
  !/\d{5,}/u.test(name);

/** 更正 (PIPL 46): how the person is called from now on, in every group; staff stand in the roster of their unit. */
export const correctMyName = defineCommand({
  name: 'correct-my-name',
  says: ['更正我的名字', '更正名字', '改我的名字'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isTold: true,
  help: '更正我的名字 李秀英：换个称呼（私聊）',
  async run(turn, words) {
    const { tx, person, now } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    if (isCadre(person.role) || person.role === 'leader')
      throw new Failure('not-allowed', aboutOwnData.nameOfStaff());
    const name = words.rest.replace(/^[是为成]/u, '').trim();
    if (words.number !== null || !isName(name)) throw new Failure('not-understood', aboutOwnData.whichName());
    await correctName(tx, person.id, name);
    const byId = await auditNameOf(tx, person.id, now);
    await appendAudit(tx, { byId, act: 'correct-own-name', thing: 'person', data: {} }, now);
    await turn.say(aboutOwnData.corrected(name));
  },
});
