import { expect, test } from 'vitest';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { backboneOnly } from '../../../src/detectors/backbone-only.ts';
import { type Script, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const declared = (backbone: number, of = 30): Partial<GroupHistory> => ({
  members: Array.from({ length: of }, (_, at) => ({
    personId: `p${at + 1}`,
    role: at < backbone ? 'backbone' : 'member',
    joinedAt: null,
    leftAt: null,
  })),
});

/** The cadre says something to them, and they answer. */
function talk(script: Script, day: number, personId: string): void {
  const said = script.say('c1', day, 600, script.words(), { mentions: [personId] });
  script.say(personId, day, 640, script.words(), { replyToId: said.id });
}

const talks = (people: string[]) => {
  const script = startScript(1);
  for (const [at, personId] of people.entries()) talk(script, 92 + at * 3, personId);
  return script;
};

test('a cadre who talks with two of thirty members, both backbone, is found; the others’ needs come first', () => {
  const script = talks(['p1', 'p2', 'p1', 'p2', 'p1', 'p9']);
  const need = script.say('p8', 112, 600, '请问居住证怎么办', { label: 'question' });
  script.say('p1', 113, 600, '请问活动室几点开', { label: 'question' });
  expect(detectIn(backboneOnly, script, declared(2))).toEqual({
    severity: 'warn',
    evidence: {
      exchanges: 12,
      withBackbone: 10,
      withUnknown: 0,
      share: 10 / 12,
      shareOfMembers: 2 / 30,
      unansweredNeedIds: [need.id],
    },
    prescription: '和群众来往12次，10次是和骨干。周一（31日）先回其他群众的1个问题。',
  });
});

test('the same talk is not found where backbone are a third of the members', () => {
  expect(detectIn(backboneOnly, talks(['p1', 'p2', 'p1', 'p2', 'p1', 'p9']), declared(10))).toBeNull();
});

test('four talks are too few to say so, however many are with backbone', () => {
  expect(detectIn(backboneOnly, talks(['p1', 'p2', 'p1', 'p2']), declared(2))).toBeNull();
});

test('where no role is declared, or hardly any of those spoken with, nothing can be said', () => {
  expect(detectIn(backboneOnly, talks(['p1', 'p2', 'p1', 'p2', 'p1', 'p9']))).toBe('no-data');
  const strangers = talks(['x1', 'x2', 'x3', 'x4', 'p1']);
  expect(detectIn(backboneOnly, strangers, declared(2))).toBe('no-data');
});
