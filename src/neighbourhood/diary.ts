import { addDays, isWorkday, MINUTE_MS, nextWorkingTime, startOfDay } from '../time.ts';
import { type Chance, createBag } from './chance.ts';
import type { GroupPlan } from './groups.ts';
import type { Habit } from './habits.ts';
import { type Cast, chainScene, chatScene, needScene, noticeScene, type Turn } from './scenes.ts';
import { CHATS } from './words/chats.ts';
import { NOTICES } from './words/notices.ts';
import { QUESTIONS } from './words/questions.ts';
import { REQUESTS } from './words/requests.ts';

/** A scene on its day, at its minute. */
export interface Entry {
  at: Date;
  turns: Turn[];
}

/** Days in which a weekly rate falls: spread over the weeks, each week by its own chance. */
function daysFor(rate: number, days: readonly string[], chance: Chance): string[] {
  const chosen: string[] = [];
  for (let from = 0; from < days.length; from += 7) {
    const week = chance.shuffle(days.slice(from, from + 7));
    for (let count = chance.times(rate); count > 0; count--) chosen.push(week[count % 7] ?? '');
  }
  return chosen.filter(day => day !== '');
}

/** Every so many days and not more often. */
function daysApart(days: readonly string[], gap: number): string[] {
  return days.filter((_, index) => index % gap === gap - 2);
}

const atMinute = (day: string, from: number, to: number, chance: Chance): Date =>
  new Date(startOfDay(day).getTime() + chance.whole(from * 60, to * 60) * MINUTE_MS);

const suiting = <T extends { suits: readonly string[] }>(things: readonly T[], plan: GroupPlan): T[] =>
  things.filter(thing => thing.suits.some(tag => plan.tags.some(own => own === tag)));

function needEntries(plan: GroupPlan, days: readonly string[], cast: Cast, chance: Chance): Entry[] {
  const { habit } = plan;
  const nextNeed = createBag(suiting([...QUESTIONS, ...REQUESTS], plan), chance);
  return daysFor(habit.needsAWeek, days, chance).map(day => {
    const how = {
      answered: chance.happens(habit.answered),
      byCadre: chance.happens(habit.byCadre),
      thanked: chance.happens(habit.thanked),
      joinedIn: chance.happens(0.25),
    };
    return { at: atMinute(day, 8, 20, chance), turns: needScene(nextNeed(), how, cast, chance) };
  });
}

function chatEntries(plan: GroupPlan, days: readonly string[], cast: Cast, chance: Chance): Entry[] {
  const { chatsAWeek, chatGapDays } = plan.habit;
  const nextChat = createBag(suiting(CHATS, plan), chance);
  const on = chatGapDays ? daysApart(days, chatGapDays) : daysFor(chatsAWeek, days, chance);
  return on.map(day => ({ at: atMinute(day, 7, 21, chance), turns: chatScene(nextChat(), cast, chance) }));
}

/** The weekly rhythm of notices: always on working days, so that a steady cadre is steady. */
function noticeEntries(plan: GroupPlan, days: readonly string[], cast: Cast, chance: Chance): Entry[] {
  const nextNotice = createBag(suiting(NOTICES, plan), chance);
  const workdays = days.filter(day => isWorkday(day));
  const perDay = (plan.habit.noticesAWeek * days.length) / 7 / Math.max(1, workdays.length);
  let owed = chance.next();
  return workdays.flatMap(day => {
    owed += perDay;
    const count = Math.floor(owed);
    owed -= count;
    return Array.from({ length: count }, (_, index) => {
      const turns = noticeScene(nextNotice(), chance.happens(plan.habit.echoed), cast, chance);
      // The second of a day comes in the afternoon.
      return { at: atMinute(day, index === 0 ? 9 : 14, index === 0 ? 11 : 16, chance), turns };
    });
  });
}

/** What happens in a group on the given days, by the habits its people have then. */
function keepSeason(plan: GroupPlan, days: readonly string[], cast: Cast, chance: Chance): Entry[] {
  const habit: Habit = plan.habit;
  const chains = daysFor(habit.chainsAWeek, days, chance).map(day => ({
    at: atMinute(day, 9, 20, chance),
    turns: chainScene(cast, chance),
  }));
  return [
    ...needEntries(plan, days, cast, chance),
    ...chatEntries(plan, days, cast, chance),
    ...noticeEntries(plan, days, cast, chance),
    ...chains,
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What happens in a group on the given days; `castFor` says who speaks while they have a habit. */
export function keepDiary(
  plan: GroupPlan,
  days: readonly string[],
  castFor: (habit: Habit) => Cast,
  chance: Chance,
): Entry[] {
  const { habit, formerly } = plan;
  const turn = formerly?.days ?? 0;
  const first = formerly
    ? keepSeason({ ...plan, habit: formerly.habit }, days.slice(0, turn), castFor(formerly.habit), chance)
    : [];
  return [...first, ...keepSeason(plan, days.slice(turn), castFor(habit), chance)];
}

/** When a turn is really said: a cadre answers at work, nobody writes at night. */
export function saidAt(planned: Date, atWork: boolean, chance: Chance): Date {
  if (atWork) {
    const working = nextWorkingTime(planned);
    return working > planned ? new Date(working.getTime() + chance.whole(1, 40) * MINUTE_MS) : planned;
  }
  const shanghaiMinute = Math.floor(planned.getTime() / MINUTE_MS + 8 * 60) % (24 * 60);
  const isNight = shanghaiMinute >= 22 * 60 + 30 || shanghaiMinute < 6 * 60 + 30;
  if (!isNight) return planned;
  const day = new Date(planned.getTime() + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10);
  const morning = shanghaiMinute < 12 * 60 ? day : addDays(day, 1);
  return atMinute(morning, 7, 9, chance);
}
