import { ARCHIVE_TYPES, type ArchiveLine } from '../archive/line.ts';
import type { Label } from '../message.ts';
import { createChance } from '../neighbourhood/chance.ts';
import { archetypes } from './archetypes/index.ts';
import type { Archetype } from './define-archetype.ts';
import { createScene, emptyStock, type Stock } from './scene.ts';
import { createSpan } from './span.ts';
import { type GroupTruth, truthOf, type UnitTruth } from './truth.ts';
import { buildUnits } from './units.ts';

/** What a community is made from; the same again gives the same again. */
export interface Recipe {
  seed: number;
  /** At least so many groups; an archetype that opens several is played whole. */
  groups: number;
  days: number;
  /** `2026-10-20`, the Shanghai day that `asOf` closes. */
  lastDay: string;
  /** Only these; all of them unless told. */
  only?: readonly string[];
}

/** An archive with what is true of it by metrics.md. */
export interface Community {
  asOf: Date;
  lines: ArchiveLine[];
  groups: GroupTruth[];
  units: UnitTruth[];
  /** What the maker meant by each text of a member. */
  meant: ReadonlyMap<string, Label>;
}

const RANK = new Map<string, number>(ARCHIVE_TYPES.map((type, rank) => [type, rank]));

const momentOf = (line: ArchiveLine): number => {
  if (line.type === 'message') return line.sentAt.getTime();
  if (line.type === 'ticket') return line.openedAt.getTime();
  return 'at' in line ? line.at.getTime() : 0;
};

/** Plays archetypes in turn, each round in another order, until there are groups enough. */
function playAll(recipe: Recipe, stock: Stock): void {
  const chance = createChance(recipe.seed);
  const span = createSpan(recipe.lastDay, recipe.days);
  const chosen = archetypes.filter(({ name }) => recipe.only?.includes(name) ?? true);
  let turn: Archetype[] = [];
  for (let n = 0; stock.expected.size < recipe.groups && chosen.length > 0; n++) {
    if (turn.length === 0) turn = chance.shuffle(chosen);
    const archetype = turn.pop();
    if (!archetype) return;
    const own = createChance(recipe.seed * 7919 + n * 104_729 + 1);
    archetype.play(createScene(stock, { archetype: archetype.name, tag: String(n + 1), chance: own, span }));
  }
}

/** Makes a community with known truth; its lines stand in the order in which an archive is best written. */
export function makeCommunity(recipe: Recipe): Community {
  const stock = emptyStock();
  playAll(recipe, stock);
  const truths = new Map(
    [...stock.expected].map(([group, { archetype, expected }]) => [
      group,
      truthOf(group, archetype, expected),
    ]),
  );
  const groups = stock.lines.filter(line => line.type === 'group');
  const units = buildUnits(groups, truths, createChance(recipe.seed + 1));
  const placed = stock.lines.map(line =>
    line.type === 'group' ? { ...line, unit: units.unitOf.get(line.id) ?? 'u0' } : line,
  );
  const lines = [...units.lines, ...placed].sort(
    (a, b) => (RANK.get(a.type) ?? 0) - (RANK.get(b.type) ?? 0) || momentOf(a) - momentOf(b),
  );
  const { asOf } = createSpan(recipe.lastDay, recipe.days);
  return { asOf, lines, groups: [...truths.values()], units: units.truths, meant: stock.meant };
}
