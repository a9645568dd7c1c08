import type { GroupState, NoHelp } from '../analysis/group-analysis.ts';

/** Every detector that metrics.md and mission.md name for groups and units. */
export const DETECTORS = [
  'cadre-silent',
  'no-help-record',
  'quiet-group',
  'occasional-contact',
  'one-way-broadcast',
  'link-without-service',
  'backbone-only',
  'relay',
  'office-only',
  'inspection-spike',
  'service-substituted',
  'noisy-office',
  'self-certified',
  'low-awareness',
  'quantity-without-quality',
  'shallow-touch',
  'formalism',
  'improvement-not-closed',
  'unit-imbalance',
  'too-many-hands',
  'no-inbound-demand',
  'load-guard',
  'zombie-group',
] as const;
export type DetectorName = (typeof DETECTORS)[number];

/** What is true of a group by the definitions; what is neither found nor open must stay silent. */
export interface Expectation {
  /** Null where the definitions leave room. */
  state: GroupState | null;
  noHelp: NoHelp | null | 'open';
  found?: readonly DetectorName[];
  open?: readonly DetectorName[];
}

/** A group's truth as it is written beside the archive. */
export interface GroupTruth {
  group: string;
  archetype: string;
  state: GroupState | null;
  noHelp: NoHelp | null | 'open';
  mustFind: DetectorName[];
  mustNot: DetectorName[];
}

/** Whether the red shares of the units below lie more than 50 points apart; null where it depends on the reading. */
export interface UnitTruth {
  unit: string;
  isUneven: boolean | null;
}

/** Writes out what an archetype expects of a group. */
export const truthOf = (group: string, archetype: string, expected: Expectation): GroupTruth => ({
  group,
  archetype,
  state: expected.state,
  noHelp: expected.noHelp,
  mustFind: [...(expected.found ?? [])],
  mustNot: DETECTORS.filter(
    name => !(expected.found ?? []).includes(name) && !(expected.open ?? []).includes(name),
  ),
});

/** M1, M2 and M3 hold, so their detectors must find; by M5 a cadre nobody hears is occasional too, which is not spelt out. */
export const COLD = {
  found: ['cadre-silent', 'no-help-record', 'quiet-group'],
  open: ['occasional-contact'],
} as const satisfies Partial<Expectation>;

/** Unknown and exempt groups carry no finding. */
export const UNJUDGED = { found: [], open: [] } as const satisfies Partial<Expectation>;
