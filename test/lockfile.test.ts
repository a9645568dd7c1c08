import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const lockText = read('package-lock.json');
const Names = z.record(z.string(), z.string());
const Locked = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  optionalDependencies: Names.default({}),
});
const lock = z.object({ packages: z.record(z.string(), Locked) }).parse(JSON.parse(lockText));
const wanted = z
  .object({ dependencies: Names, devDependencies: Names })
  .parse(JSON.parse(read('package.json')));

/** Every place of a package in the tree; a package put in another's place does not count as it. */
const placesOf = (name: string) =>
  Object.entries(lock.packages).filter(
    ([path, { name: real = name }]) => path.endsWith(`node_modules/${name}`) && real === name,
  );

describe('the lock file', () => {
  it('holds no addresses, so that it works with every registry', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(200);
    expect(lockText).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });

  it.each(['request', 'tough-cookie', 'fast-xml-parser'])('keeps %s, known to be vulnerable, out', name => {
    expect(placesOf(name)).toEqual([]);
  });

  it('has no form-data older than 4.0.6', () => {
    for (const [path, { version = '0' }] of placesOf('form-data')) {
      const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
      expect(major * 1e6 + minor * 1e3 + patch, path).toBeGreaterThanOrEqual(4_000_006);
    }
  });

  // A registry that serves only this machine's builds makes npm leave the others out, and `npm ci` refuses that.
  it('names the native builds of every platform, those that this machine cannot use too', () => {
    const builds = Object.values(lock.packages).flatMap(each => Object.keys(each.optionalDependencies));
    expect(builds.length).toBeGreaterThan(50);
    expect(builds.filter(name => placesOf(name).length === 0)).toEqual([]);
  });

  it('is of the same packages as package.json', () => {
    const root = z.object({
      packages: z.object({ '': z.object({ dependencies: Names, devDependencies: Names }) }),
    });
    const { dependencies, devDependencies } = root.parse(JSON.parse(lockText)).packages[''];
    expect(dependencies).toEqual(wanted.dependencies);
    expect(devDependencies).toEqual(wanted.devDependencies);
  });
});

describe('package.json', () => {
  it.each([
    'wechaty',
    'wechaty-puppet-service',
    'bullmq',
    'ioredis',
    'drizzle-orm',
    'better-sqlite3',
    'natural',
  ])('brings %s along', name => {
    expect(wanted.dependencies[name]).toMatch(/^\d/);
    expect(placesOf(name)).toHaveLength(1);
  });

  it('tests with vitest, and with a TypeScript that the guard of the walls can see', () => {
    expect(wanted.devDependencies['vitest']).toMatch(/^4\./);
    expect(wanted.devDependencies['typescript']).toMatch(/^[~^]?6\.0\./);
  });
});
