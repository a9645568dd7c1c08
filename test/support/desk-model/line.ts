import { dayOf } from '../../../src/time.ts';
import { OPENING_ACTS, TICKET_ACTS } from './acts.ts';
import { type Actor, actorAt, CADRES, CAST, firstCadreOf, GROUPS, type GroupId } from './cast.ts';
import type { Desk } from './ref-ticket.ts';
import type { Saying } from './script.ts';

/** A saying with its people, place and words found: what is really said. */
export interface Line {
  act: string;
  by: Actor;
  /** Null: in private. */
  groupId: GroupId | null;
  text: string;
  number: number;
  other: number;
  to: Actor;
  hasWords: boolean;
}

/** What the reference stands at: the tickets, and how many straight-up words each person has had each day. */
export interface Standing {
  desk: Desk;
  ups: ReadonlyMap<string, number>;
}

const STRAIGHT_UPS_A_DAY = 3;
const MATTERS = ['楼道灯坏了没人修', '厨房漏水了', '小区大门关不上', '我老公家暴我', '楼里停水了'];
const SIGNS = '甲乙丙丁戊己庚辛壬癸';

/** Words nobody has said before in this sequence, without a figure that could be read as a number. */
const freshWords = (act: string, serial: number): string => {
  const signs = [...String(serial)].map(digit => SIGNS.charAt(Number(digit))).join('');
  const matter = act === '帮我记一下' ? MATTERS[serial % MATTERS.length] : '还是老样子';
  return `${matter}，${signs}`;
};

const cadreOrFirst = (index: number): Actor => {
  const cadre = CADRES[index % CADRES.length];
  if (!cadre) throw new Error('there is no cadre');
  return cadre;
};

const called = (id: string | null | undefined): Actor | undefined => CAST.find(actor => actor.id === id);

const actNamed = (act: string) => [...TICKET_ACTS, ...OPENING_ACTS].find(({ name }) => name === act);

/** Somebody who would say it: the one who asked, the one who has it or serves its group, a leader. */
function fittingFor(desk: Desk, saying: Saying, number: number): Actor | undefined {
  const suits = TICKET_ACTS.find(({ name }) => name === saying.act)?.suits;
  const t = desk.get(number);
  if (saying.act === '缺') return cadreOrFirst(saying.who);
  if (!suits || !t) return undefined;
  if (suits === 'requester') return called(t.requester);
  if (suits === 'leader') return called(saying.who % 2 ? 'l-zhao' : 'l-qian');
  return called(saying.who % 3 ? t.has : firstCadreOf(t.group));
}

function numberOf(desk: Desk, index: number): number {
  // One in nine names a number that nobody has.
  return index === 8 ? desk.size + 1 : 1 + (index % Math.max(1, desk.size));
}

/** Who says what, where, about the tickets of these numbers. */
function lineAbout(desk: Desk, saying: Saying, number: number, other: number): Omit<Line, 'text'> {
  const by = (saying.isFit ? fittingFor(desk, saying, number) : undefined) ?? actorAt(saying.who);
  const isPrivateOnly = actNamed(saying.act)?.isPrivateOnly === true;
  const isPrivate = (saying.isPrivate || (saying.isFit && isPrivateOnly)) && by.isContact;
  const groupId = isPrivate ? null : (by.home ?? GROUPS[saying.to % 2] ?? null);
  const hasWords = saying.hasWords || saying.act === '直报';
  return { act: saying.act, by, groupId, number, other, to: cadreOrFirst(saying.to), hasWords };
}

/** The numbers from the drawn one on, round. */
const numbersFrom = (desk: Desk, index: number): number[] =>
  [...desk.keys()].map((_, step) => 1 + ((index + step) % desk.size));

/** Finds who says what, where and about which ticket as things stand: a fitting word, if there is one, is about one that it changes. */
export function lineOf(standing: Standing, saying: Saying, serial: number, at: Moment): Line {
  const { desk } = standing;
  const drawn = lineAbout(desk, saying, numberOf(desk, saying.target), numberOf(desk, saying.other));
  const isAbout = TICKET_ACTS.some(({ name }) => name === saying.act);
  const others = saying.act === '合并' ? numbersFrom(desk, saying.other) : [drawn.other];
  const fits = (line: Omit<Line, 'text'>) => standingAfter(standing, line, at) !== null;
  const fitting =
    saying.isFit && isAbout
      ? numbersFrom(desk, saying.target)
          .flatMap(number => others.map(other => lineAbout(desk, saying, number, other)))
          .find(fits)
      : undefined;
  const line = fitting ?? drawn;
  const opening = OPENING_ACTS.find(({ name }) => name === saying.act);
  const words = line.hasWords || opening ? freshWords(saying.act, serial) : '';
  const about = TICKET_ACTS.find(({ name }) => name === saying.act);
  return { ...line, text: about?.typed({ ...line, words }) ?? opening?.typed(words) ?? '' };
}

/** What the rules may know of the time. */
export interface Moment {
  now: Date;
  dueAt(number: number): Date | null;
}

/** Where things must stand after a line; null when it must change nothing. */
export function standingAfter(
  { desk, ups }: Standing,
  line: Omit<Line, 'text'>,
  at: Moment,
): Standing | null {
  const { act, by, groupId, number, other, to, hasWords } = line;
  const upKey = `${by.id} ${dayOf(at.now)}`;
  const had = ups.get(upKey) ?? 0;
  const isUp = act.startsWith('直报');
  if (isUp && had >= STRAIGHT_UPS_A_DAY) return null;
  const opening = OPENING_ACTS.find(({ name }) => name === act);
  const about = TICKET_ACTS.find(({ name }) => name === act);
  if ((opening ?? about)?.isPrivateOnly && groupId) return null;
  const t = desk.get(number);
  const dueAt = at.dueAt(number);
  const deed = { by, now: at.now.getTime(), other: desk.get(other) ?? null, to, hasWords };
  const isLate = dueAt !== null && at.now > dueAt;
  const next = opening
    ? opening.opens(desk, by, groupId)
    : t && about
      ? about.rule(desk, { ...deed, t, isLate })
      : null;
  return next && { desk: next, ups: isUp ? new Map([...ups, [upKey, had + 1]]) : ups };
}
