import type { GroupHistory } from '../../src/analysis/group-history.ts';
import type { PersonRole } from '../../src/people.ts';
import { addDays, startOfDay } from '../../src/time.ts';
import { ask, FIRST_DAY, isOffice, LAST_DAY, type Script } from './communities.ts';
import { ticketOn } from './tickets.ts';

const on = (day: number) => startOfDay(addDays(FIRST_DAY, day));
const upTo = (script: Script, least: number, more: number) => least + Math.floor(script.chance() * more);
const people = (count: number, letter = 'p') =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

const rolesOf = (...named: [string, PersonRole][]) =>
  new Map<string, PersonRole>([
    ['c1', 'cadre-full-time'],
    ['b1', 'bot'],
    ...people(60).map((id): [string, PersonRole] => [id, 'member']),
    ...named,
  ]);

/** Now and then somebody chats, so that the group is no cold one. */
function chat(script: Script): void {
  for (let day = 0; day <= LAST_DAY; day++) {
    const speaker = `p${40 + Math.floor(script.chance() * 15)}`;
    if (script.chance() < 0.7) script.say(speaker, day, 1100, script.words());
  }
}

/** Members ask on every third day; those of `by` answer in turn. */
function serve(script: Script, by: string[], days = 3): void {
  for (let day = 60; day <= LAST_DAY; day += days) ask(script, day, by[day % by.length] ?? null);
}

/** The cadre speaks on every other working day. */
function post(script: Script): void {
  for (let day = 0; day <= LAST_DAY; day++)
    if (isOffice(day) && day % 2 === 0) script.say('c1', day, 540, script.words());
}

/** Groups whose contact fails, each to be found by the detector it is named after; sizes follow from the seed. */
export const RELATION_GROUPS: Record<string, (script: Script) => Partial<GroupHistory>> = {
  'occasional-contact': script => {
    chat(script);
    for (let at = 0; at < upTo(script, 2, 5); at++) script.say('c1', 90 + at, 600, script.words());
    script.say('c1', upTo(script, 112, 7), 600, script.words());
    return {};
  },
  'link-without-service': script => {
    chat(script);
    post(script);
    const links = people(upTo(script, 12, 28)).map(personId => ({
      cadreId: 'c1',
      personId,
      from: on(-200),
      to: null,
    }));
    const visited = people(upTo(script, 1, 5));
    return {
      links,
      contacts: visited.map(personId => ({
        cadreId: 'c1',
        personId,
        at: on(80),
        way: 'call',
        acknowledged: true,
      })),
    };
  },
  'backbone-only': script => {
    chat(script);
    for (let at = 0; at < upTo(script, 7, 8); at++) {
      const backbone = `p${1 + (at % 2)}`;
      const said = script.say('c1', 91 + 2 * at, 600, script.words(), { mentions: [backbone] });
      script.say(backbone, 91 + 2 * at, 650, script.words(), { replyToId: said.id });
    }
    return {
      members: people(60).map((personId, at) => ({
        personId,
        role: at < 2 ? 'backbone' : 'member',
        joinedAt: null,
        leftAt: null,
      })),
      roles: rolesOf(),
    };
  },
  relay: script => {
    const volunteers = people(upTo(script, 1, 3), 'v');
    post(script);
    serve(script, volunteers, upTo(script, 2, 3));
    return { roles: rolesOf(...volunteers.map((id): [string, PersonRole] => [id, 'volunteer'])) };
  },
  'office-only': script => {
    const met = people(upTo(script, 0, 9), 'o');
    return {
      group: {
        id: 'g1',
        name: '机关工作群',
        unitId: 'u1',
        kind: 'office',
        size: 20,
        createdAt: on(-300),
        serviceLines: [],
      },
      elsewhere: { kinds: script.chance() < 0.5 ? ['office'] : ['office', 'office'], fingerprints: [] },
      links: met.map(personId => ({ cadreId: 'c1', personId, from: on(0), to: null })),
      roles: rolesOf(...met.map((id): [string, PersonRole] => [id, 'cadre-part-time'])),
    };
  },
  'service-substituted': script => {
    const volunteers = people(upTo(script, 1, 3), 'v');
    post(script);
    serve(script, volunteers, 2);
    for (let at = 0; at < upTo(script, 1, 2); at++) ask(script, 91 + 7 * at, 'c1', 800);
    return { roles: rolesOf(...volunteers.map((id): [string, PersonRole] => [id, 'volunteer'])) };
  },
  'shallow-touch': script => {
    chat(script);
    for (const [at, personId] of people(upTo(script, 14, 12)).entries()) {
      const said = script.say('c1', 91 + at, 600, script.words(), { mentions: [personId] });
      if (script.chance() < 0.1) script.say(personId, 91 + at, 700, script.words(), { replyToId: said.id });
    }
    return {};
  },
  'too-many-hands': script => {
    chat(script);
    post(script);
    const tickets = people(upTo(script, 5, 10)).map((requesterId, at) => {
      const handedOn = people(2 + Math.floor(script.chance() * 2.5), 'd');
      return ticketOn(
        95 + at,
        [
          ['accept', 'c1'],
          ...handedOn.map((to, n): ['transfer', string, string] => ['transfer', n ? `d${n}` : 'c1', to]),
          ['close', handedOn.at(-1) ?? 'c1'],
        ],
        { requesterId },
      );
    });
    return { tickets };
  },
  'no-inbound-demand': script => {
    chat(script);
    post(script);
    return {};
  },
  'zombie-group': script => {
    for (let day = upTo(script, 2, 20); day < LAST_DAY; day += 25) script.say('p1', day, 600, script.words());
    return { observations: [{ from: on(upTo(script, 0, 20)), to: on(LAST_DAY + 1) }] };
  },
};
