import { helpIn, personsHelped } from '../analysis/measures/m02-help.ts';
import { reachedPairs } from '../analysis/measures/m08-direct-contact.ts';
import { firstAnswersIn } from '../analysis/measures/m09-relay.ts';
import { burdenByCadre, type Load } from '../analysis/measures/m20-burden.ts';
import { linksAt, targetOf } from '../analysis/nominal-coverage.ts';
import { type GroupWindow, visitMemberMessages } from '../analysis/window.ts';

/**
 * Who stands behind a group's counts of persons, so that somebody in two groups of a unit is counted once. Lives only
 * while an archive is analysed; it is neither kept nor shown.
 */
export interface Persons {
  speakers: Set<string>;
  linked: Set<string>;
  reached: Set<string>;
  exchanged: Set<string>;
  volunteers: Set<string>;
  helped: Set<string>;
  /** Acknowledged visits and calls: the same one is seen from every group of its cadre. */
  visits: Set<string>;
  /** How many members each linked cadre is to keep in touch with. */
  targets: Map<string, number>;
  burden: Map<string, Load>;
}

/** The same as counts. */
export type PersonCounts = Record<
  'speakers' | 'linked' | 'reached' | 'exchanged' | 'volunteers' | 'helped' | 'visits' | 'target',
  number
> & { cadres: number; sent: number; atNight: number };

export const nobody = (): Persons => ({
  speakers: new Set(),
  linked: new Set(),
  reached: new Set(),
  exchanged: new Set(),
  volunteers: new Set(),
  helped: new Set(),
  visits: new Set(),
  targets: new Map(),
  burden: new Map(),
});

function speakersIn(window: GroupWindow): Set<string> {
  const { memberPosts } = window.timeline;
  const speakers = new Set<string>();
  visitMemberMessages(memberPosts, window, (_, speaker) => {
    speakers.add(memberPosts.people[speaker] ?? '');
  });
  return speakers;
}

/** The persons behind one group's M2, M3, M8, M9 and M20. */
export function personsIn(window: GroupWindow): Persons {
  const links = linksAt(window.timeline, window.to);
  const pairs = reachedPairs(window);
  const isReached = (link: (typeof links)[number]) => pairs.has(`${link.cadreId} ${link.personId}`);
  const { history } = window.timeline;
  const help = helpIn(window);
  return {
    speakers: speakersIn(window),
    linked: new Set(links.map(link => link.personId)),
    reached: new Set(links.filter(isReached).map(link => link.personId)),
    exchanged: new Set([...pairs].map(pair => pair.slice(pair.indexOf(' ') + 1))),
    volunteers: new Set(
      firstAnswersIn(window).flatMap(answer => (answer.voice === 'volunteer' ? [answer.byId] : [])),
    ),
    helped: personsHelped(help),
    visits: new Set(help.visited.keys()),
    targets: new Map(links.map(({ cadreId }) => [cadreId, targetOf(history, [cadreId])])),
    burden: burdenByCadre(window) ?? new Map(),
  };
}

/** Adds `more` to `all`. One cadre's load is the same seen from each of their groups; the fullest sight of it stands. */
export function addPersons(all: Persons, more: Persons): void {
  const sets = ['speakers', 'linked', 'reached', 'exchanged', 'volunteers', 'helped', 'visits'] as const;
  for (const name of sets) for (const id of more[name]) all[name].add(id);
  for (const [id, target] of more.targets) all.targets.set(id, Math.max(target, all.targets.get(id) ?? 0));
  for (const [id, { sent, atNight }] of more.burden) {
    const known = all.burden.get(id);
    all.burden.set(id, {
      sent: Math.max(sent, known?.sent ?? 0),
      atNight: Math.max(atNight, known?.atNight ?? 0),
    });
  }
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0);

export const countPersons = ({ targets, burden, ...sets }: Persons): PersonCounts => ({
  speakers: sets.speakers.size,
  linked: sets.linked.size,
  reached: sets.reached.size,
  exchanged: sets.exchanged.size,
  volunteers: sets.volunteers.size,
  helped: sets.helped.size,
  visits: sets.visits.size,
  target: sumOf(targets.values()),
  cadres: burden.size,
  sent: sumOf([...burden.values()].map(load => load.sent)),
  atNight: sumOf([...burden.values()].map(load => load.atNight)),
});
