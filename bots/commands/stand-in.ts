import { calendarOfUnit } from '../../db/calendars.ts';
import { groupById, groupIdsOfCadre } from '../../db/groups.ts';
import { personById } from '../../db/people.ts';
import { standInFor, standInsBy } from '../../db/stand-ins.ts';
import { Failure } from '../../src/errors.ts';
import type { Person } from '../../src/people.ts';
import { aboutStandIns } from '../../src/texts.ts';
import type { Calendar } from '../../src/time.ts';
import { cutTime, untilWhen } from '../../src/until-when.ts';
import { cadreMeant } from '../desk/cadre-meant.ts';
import { beginStandingIn, finishStandingIn } from '../desk/stand-in-desk.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** Somebody who is there, can be written to and has nobody in their own place. */
async function refuseUnfit(turn: Turn, to: Person): Promise<void> {
  const { tx, now, person } = turn;
  if (to.id === person.id) throw new Failure('not-understood', aboutStandIns.notOneself());
  if (!to.isContact) throw new Failure('not-allowed', aboutStandIns.notReachable(to.name));
  if (await standInFor(tx, to.id, now)) throw new Failure('not-allowed', aboutStandIns.isAway(to.name));
  const [first] = await standInsBy(tx, person.id, now);
  const away = first ? await personById(tx, first.cadreId) : null;
  if (away) throw new Failure('not-allowed', aboutStandIns.standsIn(away.name));
}

/** The calendar of the unit whose group the cadre serves first. */
async function ownCalendar({ tx, person, now }: Turn): Promise<Calendar> {
  const [groupId] = await groupIdsOfCadre(tx, person.id);
  const group = groupId ? await groupById(tx, groupId) : null;
  return calendarOfUnit(tx, group?.unitId ?? null, now);
}

/** `孙强 周五` names a time without 到; a name of two words, mentioned, names none. */
function timeMeant(turn: Turn, said: { before: string; time: string }, calendar: Calendar) {
  const behind = said.before.split(/\s+/u).slice(1).at(-1) ?? '';
  const at = untilWhen(said.time || behind, turn.now, calendar);
  return at === 'unclear' && !said.time && turn.message.mentions.length ? null : at;
}

/** 代班: another cadre answers in one's place, with all that is on the desk, until a day or until one is back. */
export const standIn = defineCommand({
  name: 'stand-in',
  says: ['代班', '请人代班'],
  act: 'stand-in',
  forWhom: 'cadre',
  isTalkFromOthers: true,
  help: '代班 @名字 到周五：请别的干部代您',
  async run(turn, words) {
    const { tx, now, person } = turn;
    const typed = words.number === null ? words.rest : `${words.number}${words.rest}`;
    const { before, time } = cutTime(typed);
    const to = await cadreMeant(turn, before);
    if (!to) throw new Failure('not-understood', aboutStandIns.withWhom());
    await refuseUnfit(turn, to);
    const toAt = timeMeant(turn, { before, time }, await ownCalendar(turn));
    if (toAt === 'past') throw new Failure('not-understood', aboutStandIns.hasPassed());
    if (toAt === 'unclear') throw new Failure('not-understood', aboutStandIns.untilWhen());
    const running = await standInFor(tx, person.id, now);
    if (running) await finishStandingIn(turn, running);
    const handed = await beginStandingIn(turn, to, toAt);
    await turn.say(aboutStandIns.begun(to.name, toAt, handed, now));
  },
});
