import { cadreSilent } from './cadre-silent.ts';
import type { Detector } from './define.ts';
import { inspectionSpike } from './inspection-spike.ts';
import { lowAwareness } from './low-awareness.ts';
import { noHelpRecord } from './no-help-record.ts';
import { oneWayBroadcast } from './one-way-broadcast.ts';
import { quietGroup } from './quiet-group.ts';

/** Every detector, in the order in which findings of equal gravity are shown. */
export const detectors: readonly Detector[] = [
  noHelpRecord,
  cadreSilent,
  oneWayBroadcast,
  quietGroup,
  inspectionSpike,
  lowAwareness,
];
