import type { ArchiveLine, LineOf } from '../archive/line.ts';
import { type Chance, createBag } from '../neighbourhood/chance.ts';
import type { GroupTruth, UnitTruth } from './truth.ts';

const STREETS =
  '临江街道 望湖街道 新桥镇 南苑街道 西陵街道 石门镇 河东街道 梅园街道 双塔街道 北岗镇 青山街道 柳溪镇'.split(
    ' ',
  );
const DISTRICTS = '云台区 滨河区 安康区 东岭区 长乐区 清源区 永平区 金水区'.split(' ');
const STREET_SIZE = 8;
const STREETS_OF_DISTRICT = 5;
const RED = ['one-way', 'cold', 'busy-no-help'];
const GREY = ['unknown', 'exempt'];
const UNEVEN_POINTS = 0.5;

type Truths = ReadonlyMap<string, GroupTruth>;

/** The value below which the share `part` lies, by nearest rank and by interpolation: readings may differ. */
function quantiles(sorted: readonly number[], part: number): [number, number] {
  const rank = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
  const at = part * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return [rank, low + (high - low) * (at - Math.floor(at))];
}

const LEAST_GROUPS = 5;
const isRed = (group: GroupTruth): boolean => group.state !== null && RED.includes(group.state);
const isJudged = (group: GroupTruth): boolean => group.state !== null && !GREY.includes(group.state);

/** The verdicts of one way of counting groups: streets too small are left out, or their presence forbids the comparison. */
function verdictsCounting(
  streets: readonly (readonly GroupTruth[])[],
  counts: (group: GroupTruth) => boolean,
): boolean[] {
  const sizes = streets.map(street => ({
    red: street.filter(isRed).length,
    all: street.filter(counts).length,
  }));
  const kept = sizes.filter(({ all }) => all >= LEAST_GROUPS);
  if (kept.length < 2) return [false];
  const shares = kept.map(({ red, all }) => red / all).sort((a, b) => a - b);
  const [high, low] = [quantiles(shares, 0.9), quantiles(shares, 0.1)];
  const verdicts = high.map((value, reading) => value - (low[reading] ?? 0) > UNEVEN_POINTS);
  return kept.length < sizes.length ? [...verdicts, false] : verdicts;
}

/**
 * Whether P90 − P10 of the red shares is above 50 points by every reading of the rule, by none, or by some (null): it does not
 * say how a quantile is taken, nor whether groups that are not judged are groups.
 */
export function unevenness(streets: readonly (readonly GroupTruth[])[]): boolean | null {
  if (streets.some(street => street.some(group => group.state === null))) return null;
  const verdicts = [() => true, isJudged].flatMap(counts => verdictsCounting(streets, counts));
  if (verdicts.every(Boolean)) return true;
  return verdicts.some(Boolean) ? null : false;
}

/** A district's groups in its streets: every second district is uneven, its red groups put together. */
function fillStreets(groups: readonly string[], truths: Truths, isUneven: boolean): string[][] {
  const count = Math.max(1, Math.floor(groups.length / STREET_SIZE));
  const isRedId = (id: string) => RED.includes(truths.get(id)?.state ?? '');
  const sorted = [...groups.filter(isRedId), ...groups.filter(id => !isRedId(id))];
  const streets: string[][] = Array.from({ length: count }, () => []);
  sorted.forEach((id, index) => {
    const at = isUneven ? Math.min(count - 1, Math.floor(index / STREET_SIZE)) : index % count;
    streets[at]?.push(id);
  });
  return streets;
}

/** What the units of a community are, which of them are uneven, and where each group stands. */
export interface Units {
  lines: ArchiveLine[];
  truths: UnitTruth[];
  unitOf: Map<string, string>;
}

/** City, districts and streets around the groups; groups that stand alone get a unit of their own. */
export function buildUnits(groups: readonly LineOf<'group'>[], truths: Truths, chance: Chance): Units {
  const units: Units = { lines: [], truths: [], unitOf: new Map() };
  const street = createBag(STREETS, chance);
  const district = createBag(DISTRICTS, chance);
  const unit = (id: string, name: string, parent: string | null) => {
    const level = parent === null ? 'city' : parent === 'u0' ? 'district' : 'street';
    const leader = `l-${id}`;
    units.lines.push({ type: 'person', id: leader, name: `${name}负责人`, role: 'leader', contact: true });
    units.lines.push({ type: 'unit', id, name, parent, level, line: 'youth', leaders: [leader] });
    return id;
  };
  unit('u0', '江城市', null);
  // How the city's districts compare depends on how their streets are counted: open.
  units.truths.push({ unit: 'u0', isUneven: null });
  const alone = groups.filter(group => group.unit === 'own').map(group => group.id);
  if (alone.length > 0) unit('u-own', '市直片区', 'u0');
  for (const id of alone) units.unitOf.set(id, unit(`u-${id}`, `${street()}直联点`, 'u-own'));
  const together = chance.shuffle(groups.filter(group => group.unit !== 'own').map(group => group.id));
  const most = STREET_SIZE * STREETS_OF_DISTRICT;
  for (let from = 0, n = 1; from < together.length; from += most, n++) {
    const parent = unit(`u${n}`, district(), 'u0');
    const streets = fillStreets(together.slice(from, from + most), truths, n % 2 === 1);
    streets.forEach((ids, at) => {
      const id = unit(`u${n}-${at + 1}`, street(), parent);
      for (const group of ids) units.unitOf.set(group, id);
    });
    const known = streets.map(ids => ids.flatMap(id => truths.get(id) ?? []));
    units.truths.push({ unit: parent, isUneven: unevenness(known) });
  }
  return units;
}
