import { expect, test } from 'vitest';
import { relay } from '../../../src/detectors/relay.ts';
import type { PersonRole } from '../../../src/people.ts';
import { ask, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const roles = new Map<string, PersonRole>([
  ['c1', 'cadre-full-time'],
  ['v1', 'volunteer'],
  ['v2', 'volunteer'],
]);

/** Volunteers answer in turn; `byCadre` of the needs the cadre answers. */
function answered(times: number, byCadre = 0) {
  const script = startScript(4);
  for (let at = 0; at < times; at++) ask(script, 92 + 3 * at, at < byCadre ? 'c1' : at % 2 ? 'v1' : 'v2');
  for (let day = 91; day < 119; day += 4) script.say('c1', day, 540, script.words());
  return script;
}

test('volunteers who answer everything while the cadre only posts are found: a note, with thanks to them', () => {
  const script = answered(6);
  const need = ask(script, 118, null);
  expect(detectIn(relay, script, { roles })).toEqual({
    severity: 'note',
    evidence: {
      answered: 6,
      byVolunteer: 6,
      volunteers: 2,
      share: 1,
      exchanged: 0,
      unansweredNeedIds: [need.id],
    },
    prescription: '回应6件，6件是2位志愿者先答，干部90天没和群众对话。周一（31日）先道谢，再亲自回1个问题。',
  });
});

test('one conversation of the cadre with a member is enough to be there', () => {
  expect(detectIn(relay, answered(6, 1), { roles })).toBeNull();
});

test('needs that neighbours answered make nobody a relay', () => {
  expect(
    detectIn(relay, answered(6), { roles: new Map([...roles, ['v1', 'member'], ['v2', 'member']]) }),
  ).toBeNull();
});

test('four answered needs, or no known cadre, say nothing', () => {
  expect(detectIn(relay, answered(4), { roles })).toBe('no-data');
  expect(detectIn(relay, answered(6), { roles, cadreIds: [] })).toBe('no-data');
});
