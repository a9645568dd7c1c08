import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCrossCheck } from '../../../src/archive/cross-check.ts';
import { writeLine } from '../../../src/archive/line.ts';
import { parseLine } from '../../../src/archive/parse-line.ts';
import { archetypes } from '../../../src/communities/archetypes/index.ts';
import { makeCommunity } from '../../../src/communities/community.ts';
import { DETECTORS } from '../../../src/communities/truth.ts';
import { CHATTER, TOPICS } from '../../../src/communities/words/words.ts';

const RECIPE = { seed: 3, groups: 20, days: 150, lastDay: '2026-10-20' };

const written = (recipe: typeof RECIPE) => makeCommunity(recipe).lines.map(writeLine);

describe('a community', () => {
  it('is the same again from the same seed, and another one from another seed', () => {
    expect(written(RECIPE)).toEqual(written(RECIPE));
    expect(written({ ...RECIPE, seed: 4 })).not.toEqual(written(RECIPE));
  });

  it('is an archive without a fault: every line is read and every reference stands somewhere', () => {
    const cross = createCrossCheck();
    for (const [n, text] of written({ ...RECIPE, groups: 70 }).entries()) {
      const parsed = parseLine(text);
      if ('fault' in parsed) throw new Error(`line ${n + 1}: ${parsed.fault}`);
      cross.push(parsed.line, n + 1);
    }
    expect(cross.dangling()).toEqual([]);
  });

  it('says nothing after the moment at which it is looked at', () => {
    const { lines, asOf } = makeCommunity(RECIPE);
    const said = lines.flatMap(line => (line.type === 'message' ? [line.sentAt] : []));
    expect(said.length).toBeGreaterThan(1000);
    expect(said.every(at => at < asOf)).toBe(true);
  });

  it('knows of every group what must be found and what must stay silent, never both', () => {
    const { groups, lines } = makeCommunity({ ...RECIPE, groups: 70 });
    expect(groups.map(({ group }) => group).sort()).toEqual(
      lines.flatMap(line => (line.type === 'group' ? [line.id] : [])).sort(),
    );
    for (const { mustFind, mustNot } of groups) {
      expect(mustFind.filter(name => mustNot.includes(name))).toEqual([]);
      for (const name of [...mustFind, ...mustNot]) expect(DETECTORS).toContain(name);
    }
  });

  it('names only people with a role, of three levels of units, of many sizes', () => {
    const { lines } = makeCommunity({ ...RECIPE, groups: 70 });
    const levels = new Set(lines.flatMap(line => (line.type === 'unit' ? [line.level] : [])));
    expect(levels).toEqual(new Set(['city', 'district', 'street']));
    const roles = new Set<string>(lines.flatMap(line => (line.type === 'person' ? [line.role] : [])));
    for (const role of [
      'cadre-full-time',
      'cadre-part-time',
      'leader',
      'backbone',
      'volunteer',
      'member',
      'bot',
    ])
      expect(roles).toContain(role);
    const sizes = lines.flatMap(line => (line.type === 'group' ? [line.size] : []));
    expect(Math.min(...sizes)).toBeLessThan(30);
    expect(Math.max(...sizes)).toBe(480);
  });
});

describe('archetypes', () => {
  it('are at least twenty-five, each listed under the name of its file', () => {
    const files = readdirSync(new URL('../../../src/communities/archetypes/', import.meta.url))
      .map(file => file.slice(0, -3))
      .filter(file => file !== 'index');
    expect(archetypes.map(({ name }) => name).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(25);
  });

  it.each(archetypes.map(({ name }) => name))('%s is played alone and keeps its truth', name => {
    const { groups } = makeCommunity({ ...RECIPE, groups: 1, only: [name] });
    expect(new Set(groups.map(({ archetype }) => archetype))).toEqual(new Set([name]));
  });
});

describe('the words', () => {
  it('are many, and no sentence stands there twice', () => {
    const questions = TOPICS.flatMap(topic => topic.questions);
    const requests = TOPICS.flatMap(topic => topic.requests);
    for (const [lines, least] of [
      [questions, 150],
      [requests, 150],
      [CHATTER, 300],
    ] as const) {
      expect(lines.length).toBeGreaterThanOrEqual(least);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  it('leave no slot open in what is said', () => {
    const { lines } = makeCommunity({ ...RECIPE, groups: 70 });
    const open = lines.flatMap(line =>
      line.type === 'message' && line.text?.includes('{') ? [line.text] : [],
    );
    expect(open).toEqual([]);
  });
});
