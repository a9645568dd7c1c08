import { backboneOnly } from './backbone-only.ts';
import { cadreSilent } from './cadre-silent.ts';
import type { Detector } from './define.ts';
import { formalism } from './formalism.ts';
import { improvementNotClosed } from './improvement-not-closed.ts';
import { inspectionSpike } from './inspection-spike.ts';
import { linkWithoutService } from './link-without-service.ts';
import { loadGuard } from './load-guard.ts';
import { lowAwareness } from './low-awareness.ts';
import { noHelpRecord } from './no-help-record.ts';
import { noInboundDemand } from './no-inbound-demand.ts';
import { noisyOffice } from './noisy-office.ts';
import { occasionalContact } from './occasional-contact.ts';
import { officeOnly } from './office-only.ts';
import { oneWayBroadcast } from './one-way-broadcast.ts';
import { quantityWithoutQuality } from './quantity-without-quality.ts';
import { quietGroup } from './quiet-group.ts';
import { relay } from './relay.ts';
import { selfCertified } from './self-certified.ts';
import { serviceSubstituted } from './service-substituted.ts';
import { shallowTouch } from './shallow-touch.ts';
import { tooManyHands } from './too-many-hands.ts';
import { zombieGroup } from './zombie-group.ts';

/** Every detector, in the order in which findings of equal gravity are shown. */
export const detectors: readonly Detector[] = [
  noHelpRecord,
  cadreSilent,
  oneWayBroadcast,
  quietGroup,
  inspectionSpike,
  lowAwareness,
  selfCertified,
  formalism,
  noisyOffice,
  quantityWithoutQuality,
  improvementNotClosed,
  occasionalContact,
  linkWithoutService,
  backboneOnly,
  officeOnly,
  shallowTouch,
  tooManyHands,
  zombieGroup,
  relay,
  serviceSubstituted,
  noInboundDemand,
  loadGuard,
];
