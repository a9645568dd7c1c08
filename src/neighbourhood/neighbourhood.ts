import type { ArchiveLine, LineOf } from '../archive/line.ts';
import { isCadre } from '../people.ts';
import { addDays, dayOf, HOUR_MS, startOfDay } from '../time.ts';
import { type Chance, createChance } from './chance.ts';
import { type Entry, keepDiary, saidAt } from './diary.ts';
import { GROUPS, type GroupPlan } from './groups.ts';
import type { Habit } from './habits.ts';
import { pastTickets } from './past-tickets.ts';
import { type Resident, residents } from './residents.ts';
import type { Cast } from './scenes.ts';

export interface NeighbourhoodOptions {
  /** The demo's first moment; the history ends the evening before. */
  now: Date;
  seed?: number;
  weeks?: number;
}

export interface Neighbourhood {
  lines: ArchiveLine[];
  /** Person → the unit they lead; stands on the unit's line too. */
  leaders: Map<string, string>;
  /** Friends of the bot's account; stands on each person's line too. */
  contacts: Set<string>;
}

const SEED = 20261124;
const WEEKS = 8;
/** The made-up street. */
export const STREET = 'u-pengpu';
/** The evening on which the history stops. */
const LAST_HOUR = 22;

const endOf = (days: readonly string[]): Date =>
  new Date(startOfDay(days.at(-1) ?? '').getTime() + LAST_HOUR * HOUR_MS);

function castOf(plan: GroupPlan, habit: Habit, people: readonly Resident[], at: number): Cast {
  const members = people.filter(person => person.role === 'member');
  // Neighbours sit in two or three groups, so each group takes its own stretch of the street.
  const own = Array.from({ length: habit.speakers }, (_, step) => members[(at * 5 + step) % members.length]);
  const names = new Map(people.map(person => [person.id, person.name]));
  return {
    cadres: plan.cadres,
    helpers: plan.helpers,
    members: own.flatMap(person => (person ? [person.id] : [])),
    nameOf: personId => names.get(personId) ?? '',
  };
}

/** Turns a scene into messages; an answer by mention bears the name, one by quote the id. */
function messagesOf(entry: Entry, plan: GroupPlan, cast: Cast, chance: Chance, idOf: () => string) {
  const said: LineOf<'message'>[] = [];
  let at = entry.at;
  for (const turn of entry.turns) {
    at = saidAt(new Date(at.getTime() + turn.afterMs), turn.atWork ?? false, chance);
    const answered = turn.answers ? said[turn.answers.turn] : undefined;
    const mentions = turn.answers?.way === 'mention' && answered ? [answered.sender] : [];
    const heads = mentions.map(personId => `@${cast.nameOf(personId)} `).join('');
    said.push({
      type: 'message',
      id: idOf(),
      group: plan.id,
      sender: turn.by,
      sentAt: at,
      kind: 'text',
      text: heads + turn.text,
      replyTo: turn.answers?.way === 'quote' ? (answered?.id ?? null) : null,
      mentions,
    });
  }
  return said;
}

function linesOfGroup(plan: GroupPlan, cast: Cast, days: readonly string[], end: Date): ArchiveLine[] {
  const from = startOfDay(days[0] ?? dayOf(end));
  const born = new Date(from.getTime() - 300 * 24 * HOUR_MS);
  const joining = (person: string, role: LineOf<'membership'>['role']): ArchiveLine => ({
    type: 'membership',
    group: plan.id,
    person,
    role,
    joinedAt: born,
    leftAt: null,
  });
  return [
    {
      type: 'group',
      id: plan.id,
      name: plan.name,
      unit: STREET,
      kind: 'grassroots',
      size: plan.size,
      createdAt: born,
      cadres: [...plan.cadres],
      serviceLines: [...plan.serviceLines],
    },
    ...plan.cadres.map(id => joining(id, 'cadre')),
    ...plan.helpers.map(id => joining(id, id.startsWith('bb') ? 'backbone' : 'volunteer')),
    joining('ld-he', 'member'),
    ...cast.members.map(id => joining(id, 'member')),
    { type: 'observation', group: plan.id, from, to: end },
  ];
}

const unit = (
  id: string,
  name: string,
  parent: string | null,
  level: string,
  leaders: string[],
): ArchiveLine => ({
  type: 'unit',
  id,
  name,
  parent,
  level,
  line: 'general',
  leaders,
});

/** The lines and the messages of one group. */
function layOut(
  plan: GroupPlan,
  at: number,
  people: readonly Resident[],
  days: readonly string[],
  seed: number,
) {
  const chance = createChance(seed + at * 7919);
  const castFor = (habit: Habit) => castOf(plan, habit, people, at);
  const habits = [plan.habit, ...(plan.formerly ? [plan.formerly.habit] : [])];
  const busiest = habits.reduce((most, habit) => (habit.speakers > most.speakers ? habit : most));
  const end = endOf(days);
  let count = 0;
  const idOf = () => `${plan.id}-${String(++count).padStart(4, '0')}`;
  const said = keepDiary(plan, days, castFor, chance).flatMap(entry =>
    messagesOf(entry, plan, castFor(busiest), chance, idOf),
  );
  return {
    places: linesOfGroup(plan, castFor(busiest), days, end),
    messages: said.filter(message => message.sentAt <= end),
  };
}

/**
 * 彭浦街道 with twelve groups and eight weeks of talk, as archive lines: the demo imports it as any archive, and what
 * is said of a group comes only from the analyzer over these messages. The same `now` and seed give the same lines.
 */
export function neighbourhood({ now, seed = SEED, weeks = WEEKS }: NeighbourhoodOptions): Neighbourhood {
  const lastDay = addDays(dayOf(now), -1);
  const days = Array.from({ length: weeks * 7 }, (_, index) => addDays(lastDay, index + 1 - weeks * 7));
  const people = residents();
  const laidOut = GROUPS.map((plan, at) => layOut(plan, at, people, days, seed));
  const messages = laidOut
    .flatMap(group => group.messages)
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1));
  const leaders = people.filter(person => person.role === 'leader').map(person => person.id);
  const cadres = people.filter(person => isCadre(person.role)).map(person => person.id);
  const lines: ArchiveLine[] = [
    unit('u-jingan', '静安区', null, 'district', []),
    unit(STREET, '彭浦街道', 'u-jingan', 'street', leaders),
    ...people.map(
      ({ id, name, role, isContact }): ArchiveLine => ({
        type: 'person',
        id,
        name,
        role,
        contact: isContact,
      }),
    ),
    ...laidOut.flatMap(group => group.places),
    ...messages,
    ...pastTickets(messages, new Set(cadres)),
  ];
  return {
    lines,
    leaders: new Map(leaders.map(id => [id, STREET])),
    contacts: new Set(people.filter(person => person.isContact).map(person => person.id)),
  };
}
