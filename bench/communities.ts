import { openLabeller } from '../cli/content.ts';
import type { Labeller } from '../src/archive/labeller.ts';
import { analyseCommunity, labellerAsMeant, remembering } from '../src/communities/analyse-community.ts';
import { archetypes } from '../src/communities/archetypes/index.ts';
import { type Community, makeCommunity } from '../src/communities/community.ts';
import { type Confusion, compareGroups, compareUnits, emptyConfusion } from '../src/communities/confusion.ts';
import type { Label } from '../src/message.ts';
import {
  sayArchetypes,
  sayBars,
  sayDetectors,
  sayDifferences,
  sayReading,
  sayStates,
} from './communities/say.ts';

/*
 * Communities with known truth against the real analysis: `nuanqun bench communities`, or with fewer groups a community
 * `npx tsx bench/communities.ts 80`. Each community ends on another day: after 国庆, after 春节, in plain weeks, in the middle and at the end of a month.
 * Twice: with the program's own reading of the sentences, and with the labels their maker meant.
 */
const DAYS = 180;
const GROUPS = 160;
const RECIPES = [
  { seed: 11, lastDay: '2026-10-20' },
  { seed: 12, lastDay: '2026-03-05' },
  { seed: 13, lastDay: '2026-11-24' },
  { seed: 14, lastDay: '2026-06-14' },
  { seed: 15, lastDay: '2026-08-31' },
  { seed: 16, lastDay: '2026-09-09' },
];

const print = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`);

interface Measured {
  confusion: Confusion;
  meant: Map<string, Label>;
}

function measure(title: string, labellerOf: (community: Community) => Labeller): Measured {
  const groups = Number(process.argv.at(-1)) || GROUPS;
  const confusion = emptyConfusion();
  const meant = new Map<string, Label>();
  let lines = 0;
  for (const recipe of RECIPES) {
    const community = makeCommunity({ ...recipe, groups, days: DAYS });
    const analysis = analyseCommunity(community, labellerOf(community));
    compareGroups(confusion, community.groups, analysis.groups);
    compareUnits(confusion, community.units, analysis.units);
    for (const [text, label] of community.meant) meant.set(text, label);
    lines += community.lines.length;
  }
  print([`## ${title}`, '', `${RECIPES.length} communities, ${lines} lines, ${DAYS} days each.`]);
  const tables = [sayBars, sayStates, sayDetectors, sayDifferences];
  for (const say of tables) print(say(confusion));
  return { confusion, meant };
}

async function main(): Promise<void> {
  const labeller = remembering(await openLabeller());
  const { length } = archetypes;
  console.log(`${length} archetypes, thresholds of metrics 1, labels by ${labeller.version}\n`);
  const own = measure('With the program’s own reading of the sentences', () => labeller);
  print(['## How the sentences are read', '', ...sayReading(own.meant, labeller)]);
  const meant = measure('With the labels as meant', labellerAsMeant);
  print(['## The archetypes', '', ...sayArchetypes(own.confusion, meant.confusion)]);
}

await main();
