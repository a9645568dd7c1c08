import { GROUP_STATES } from '../../src/analysis/group-analysis.ts';
import type { Labeller } from '../../src/archive/labeller.ts';
import { archetypes } from '../../src/communities/archetypes/index.ts';
import { type Confusion, type Count, plantedFound, silentKept } from '../../src/communities/confusion.ts';
import type { Label } from '../../src/message.ts';
import { wilson } from '../../src/survey/figures.ts';
import { percent } from '../shared/figures.ts';

/** `95.1 % [93.0, 96.6]`: the share with its Wilson interval of 95 %. */
export function share({ right, of }: Count): string {
  if (of === 0) return '-';
  const { low, high } = wilson(right, of);
  return `${percent(right, of)} % [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
/** The heading of a table, its first `words` columns flush left, the others flush right. */
const head = (cells: readonly string[], words = 1): string[] => [
  row(cells),
  row(cells.map((_, at) => (at < words ? '---' : '---:'))),
];

/** The confusion table of states, the true ones downwards. */
export function sayStates({ states }: Confusion): string[] {
  return [
    ...head(['true \\ said', ...GROUP_STATES]),
    ...GROUP_STATES.filter(state => states.has(state)).map(state =>
      row([state, ...GROUP_STATES.map(said => states.get(state)?.get(said) ?? '·')]),
    ),
  ];
}

/** Detector by detector: planted, found, silent ones, wrongly raised. */
export function sayDetectors({ detectors }: Confusion): string[] {
  const rows = [...detectors].map(([name, count]) => {
    const found = { right: count.found, of: count.planted };
    const raised = { right: count.wronglyRaised, of: count.mustBeSilent };
    const missed = count.planted - count.found;
    const counts = [count.planted, count.found, missed, count.notEvaluated, share(found)];
    return row([name, ...counts, count.mustBeSilent, count.wronglyRaised, share(raised)]);
  });
  const titles = [
    'planted',
    'found',
    'missed',
    'not evaluated',
    'found %',
    'must be silent',
    'wrongly raised',
    'raised %',
  ];
  return [...head(['detector', ...titles]), ...rows];
}

/** The figures the bars are about. */
export function sayBars(confusion: Confusion): string[] {
  const silent = silentKept(confusion);
  const falsely = { right: confusion.notCold.of - confusion.notCold.right, of: confusion.notCold.of };
  return [
    ...head(['figure', 'bar', 'measured', 'of']),
    row(['state right', '≥ 95 %', share(confusion.state), confusion.state.of]),
    row(['cold found', '≥ 95 %', share(confusion.coldFound), confusion.coldFound.of]),
    row(['falsely cold', '≤ 0.5 %', share(falsely), falsely.of]),
    row(['planted failures found', '≥ 95 %', share(plantedFound(confusion)), plantedFound(confusion).of]),
    row(['wrongly raised', '≤ 2 %', share({ right: silent.of - silent.right, of: silent.of }), silent.of]),
    row(['no-help kind right', '', share(confusion.noHelp), confusion.noHelp.of]),
  ];
}

/** How often the program reads the makers' needs as needs and their small talk as talk. */
export function sayReading(meant: ReadonlyMap<string, Label>, labeller: Labeller): string[] {
  const count = { needs: { right: 0, of: 0 }, talk: { right: 0, of: 0 }, kind: { right: 0, of: 0 } };
  for (const [text, label] of meant) {
    const said = labeller.labelOf(text).label;
    const isNeed = label !== 'chatter';
    const tally = isNeed ? count.needs : count.talk;
    tally.of++;
    if ((said !== 'chatter') === isNeed) tally.right++;
    if (!isNeed) continue;
    count.kind.of++;
    if (said === label) count.kind.right++;
  }
  return [
    ...head(['sentences', 'read rightly', 'of']),
    row(['needs read as needs', share(count.needs), count.needs.of]),
    row(['questions and requests told apart', share(count.kind), count.kind.of]),
    row(['talk read as talk', share(count.talk), count.talk.of]),
  ];
}

/** Every archetype, what it is, and of how many of its groups nothing differs, in both readings. */
export function sayArchetypes(own: Confusion, meant: Confusion): string[] {
  const rows = archetypes.map(({ name, about }) => {
    const count = own.archetypes.get(name) ?? { right: 0, of: 0 };
    return row([name, about, count.of, count.right, meant.archetypes.get(name)?.right ?? 0]);
  });
  const titles = ['what happens, and why the truth follows', 'groups', 'all right', 'with labels as meant'];
  return [...head(['archetype', ...titles], 2), ...rows];
}

/** What differs, by archetype, the most frequent first. */
export function sayDifferences({ differences }: Confusion): string[] {
  const counts = new Map<string, number>();
  for (const { archetype, what } of differences) {
    const key = `${archetype} | ${what}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return [...head(['archetype', 'what differs', 'groups'], 2), ...sorted.map(([key, n]) => row([key, n]))];
}
