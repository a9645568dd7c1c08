import type { QualityCounts } from '../analysis/measures/m16-divergence.ts';
import type { Pooled } from '../analysis/pooled.ts';
import type { WaitRow } from '../analysis/waits.ts';

/** Pools of many groups added up in place; as large as the buckets, however many groups there are. */
export interface PoolSums {
  waits: Map<number, WaitRow>;
  acks: Map<number, WaitRow>;
  told: Map<number, WaitRow>;
  voices: Map<number, number>;
  now: QualityCounts;
  before: QualityCounts;
  lines: Set<string>;
  usedLines: Set<string>;
  toMembers: number;
  toCadres: number;
  declared: number;
  backbone: number;
}

const noQuality = (): QualityCounts => ({
  linked: 0,
  target: 0,
  past: 0,
  solved: 0,
  visited: 0,
  satisfiedTenths: 0,
});

export const emptyPool = (): PoolSums => ({
  waits: new Map(),
  acks: new Map(),
  told: new Map(),
  voices: new Map(),
  now: noQuality(),
  before: noQuality(),
  lines: new Set(),
  usedLines: new Set(),
  toMembers: 0,
  toCadres: 0,
  declared: 0,
  backbone: 0,
});

function addRows(sums: Map<number, WaitRow>, rows: readonly WaitRow[]): void {
  for (const [bucket, answered, waiting] of rows) {
    const sum = sums.get(bucket);
    if (sum) {
      sum[1] += answered;
      sum[2] += waiting;
    } else sums.set(bucket, [bucket, answered, waiting]);
  }
}

function addQuality(sums: QualityCounts, counts: QualityCounts): void {
  sums.linked += counts.linked;
  sums.target += counts.target;
  sums.past += counts.past;
  sums.solved += counts.solved;
  sums.visited += counts.visited;
  sums.satisfiedTenths += counts.satisfiedTenths;
}

/** Adds one pool to the sums; the same in any order and any splitting. */
export function addPool(sums: PoolSums, pool: Pooled): void {
  addRows(sums.waits, pool.waits);
  addRows(sums.acks, pool.acks);
  addRows(sums.told, pool.told);
  for (const [messages, members] of pool.voices)
    sums.voices.set(messages, (sums.voices.get(messages) ?? 0) + members);
  addQuality(sums.now, pool.divergence.now);
  addQuality(sums.before, pool.divergence.before);
  for (const line of pool.lines) sums.lines.add(line);
  for (const line of pool.usedLines) sums.usedLines.add(line);
  sums.toMembers += pool.toMembers;
  sums.toCadres += pool.toCadres;
  sums.declared += pool.declared;
  sums.backbone += pool.backbone;
}

const inOrder = <T extends readonly [number, ...number[]]>(rows: Iterable<T>): T[] =>
  [...rows].sort(([a], [b]) => a - b);

/** The sums as a pool again, in order. */
export const poolOf = ({ now, before, ...sums }: PoolSums): Pooled => ({
  waits: inOrder(sums.waits.values()),
  acks: inOrder(sums.acks.values()),
  told: inOrder(sums.told.values()),
  toMembers: sums.toMembers,
  toCadres: sums.toCadres,
  declared: sums.declared,
  backbone: sums.backbone,
  voices: inOrder(sums.voices),
  divergence: { now, before },
  lines: [...sums.lines].sort(),
  usedLines: [...sums.usedLines].sort(),
});
