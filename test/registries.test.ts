import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands as chatCommands } from '../bots/commands/index.ts';
import { commands as cliCommands } from '../cli/commands/index.ts';
import { detectors } from '../src/detectors/index.ts';
import { unitDetectors } from '../src/unit-detectors/index.ts';
import { jobs } from '../workers/jobs/index.ts';

const listed = [
  ['bots/commands', chatCommands.map(command => command.name)],
  ['workers/jobs', jobs.map(job => job.name)],
  ['src/detectors', detectors.map(detector => detector.name)],
  ['src/unit-detectors', unitDetectors.map(detector => detector.name)],
  ['cli/commands', cliCommands.map(command => command.name.replaceAll(' ', '-'))],
] as const;
/** Files of a folder of one mould that are not of the mould. */
const ASIDE = new Set(['define', 'index', 'words', 'act-day', 'pace', 'unanswered']);

describe.each(listed)('%s', (folder, names) => {
  const files = readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -3))
    .filter(file => !ASIDE.has(file));

  it('lists every one of its files, under the name of the file', () => {
    for (const file of files) expect(names, `${file}.ts is not listed in ${folder}/index.ts`).toContain(file);
    for (const name of names) expect(files, `${name} has no file of its name in ${folder}`).toContain(name);
  });

  it('gives every one a name of its own', () => expect(new Set(names).size).toBe(names.length));
});
