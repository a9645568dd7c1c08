import type { Archetype } from '../define-archetype.ts';
import { acknowledgedAndHelped } from './acknowledged-and-helped.ts';
import { acknowledgementGroup } from './acknowledgement-group.ts';
import { answerCopier } from './answer-copier.ts';
import { backboneOnly } from './backbone-only.ts';
import { botOffline } from './bot-offline.ts';
import { bulkCloser } from './bulk-closer.ts';
import { bursty } from './bursty.ts';
import { busyNoHelp } from './busy-no-help.ts';
import { coldAdverts } from './cold-adverts.ts';
import { coldLarge } from './cold-large.ts';
import { coldRebuilt } from './cold-rebuilt.ts';
import { coldSmall } from './cold-small.ts';
import { coldUnanswered } from './cold-unanswered.ts';
import { coldUnasked } from './cold-unasked.ts';
import { coolingQuiet } from './cooling-quiet.ts';
import { coolingUnheard } from './cooling-unheard.ts';
import { coolingUnhelped } from './cooling-unhelped.ts';
import { copiedAcrossGroups } from './copied-across-groups.ts';
import { copiedPosts } from './copied-posts.ts';
import { edgeFiveDays } from './edge-five-days.ts';
import { edgeFourWords } from './edge-four-words.ts';
import { edgeGrownUp } from './edge-grown-up.ts';
import { edgeLoudDay } from './edge-loud-day.ts';
import { edgeMostlyOnline } from './edge-mostly-online.ts';
import { edgeNineDays } from './edge-nine-days.ts';
import { edgeThreeNeeds } from './edge-three-needs.ts';
import { edgeThreeWords } from './edge-three-words.ts';
import { edgeTwoNeeds } from './edge-two-needs.ts';
import { festivalPause } from './festival-pause.ts';
import { fillerPoster } from './filler-poster.ts';
import { friendsWhoRate } from './friends-who-rate.ts';
import { healthyLively } from './healthy-lively.ts';
import { improvementClosed } from './improvement-closed.ts';
import { improvementNotClosed } from './improvement-not-closed.ts';
import { inspectedAndSteady } from './inspected-and-steady.ts';
import { inspectionSpike } from './inspection-spike.ts';
import { lateNeighbour } from './late-neighbour.ts';
import { linkWithoutService } from './link-without-service.ts';
import { linkedAndVisited } from './linked-and-visited.ts';
import { mergedGroup } from './merged-group.ts';
import { monthEndBursts } from './month-end-bursts.ts';
import { monthEndClosing } from './month-end-closing.ts';
import { noInboundDemand } from './no-inbound-demand.ts';
import { noKnownCadre } from './no-known-cadre.ts';
import { noisyOffice } from './noisy-office.ts';
import { noticeGroup } from './notice-group.ts';
import { occasionalContact } from './occasional-contact.ts';
import { officeAndStreet } from './office-and-street.ts';
import { officeOnly } from './office-only.ts';
import { oneWayLinks } from './one-way-links.ts';
import { oneWayNotices } from './one-way-notices.ts';
import { partTimeWeekly } from './part-time-weekly.ts';
import { plantedQuestions } from './planted-questions.ts';
import { quantityWithoutQuality } from './quantity-without-quality.ts';
import { quietButServed } from './quiet-but-served.ts';
import { recovered } from './recovered.ts';
import { relay } from './relay.ts';
import { renamedGroup } from './renamed-group.ts';
import { selfAnswering } from './self-answering.ts';
import { selfCertified } from './self-certified.ts';
import { serviceSubstituted } from './service-substituted.ts';
import { shallowTouch } from './shallow-touch.ts';
import { smallCircle } from './small-circle.ts';
import { tooManyHands } from './too-many-hands.ts';
import { twoCadres } from './two-cadres.ts';
import { visitedQuiet } from './visited-quiet.ts';
import { voiceOnly } from './voice-only.ts';
import { volunteerRich } from './volunteer-rich.ts';
import { youngGroup } from './young-group.ts';
import { zombie } from './zombie.ts';

/** Every archetype, each a kind of group whose truth follows from metrics.md. */
export const archetypes: readonly Archetype[] = [
  acknowledgedAndHelped,
  acknowledgementGroup,
  answerCopier,
  backboneOnly,
  botOffline,
  bulkCloser,
  bursty,
  busyNoHelp,
  coldAdverts,
  coldLarge,
  coldRebuilt,
  coldSmall,
  coldUnanswered,
  coldUnasked,
  coolingQuiet,
  coolingUnheard,
  coolingUnhelped,
  copiedAcrossGroups,
  copiedPosts,
  edgeFiveDays,
  edgeFourWords,
  edgeGrownUp,
  edgeLoudDay,
  edgeMostlyOnline,
  edgeNineDays,
  edgeThreeNeeds,
  edgeThreeWords,
  edgeTwoNeeds,
  festivalPause,
  fillerPoster,
  friendsWhoRate,
  healthyLively,
  improvementClosed,
  improvementNotClosed,
  inspectedAndSteady,
  inspectionSpike,
  lateNeighbour,
  linkWithoutService,
  linkedAndVisited,
  mergedGroup,
  monthEndBursts,
  monthEndClosing,
  noInboundDemand,
  noKnownCadre,
  noisyOffice,
  noticeGroup,
  occasionalContact,
  officeAndStreet,
  officeOnly,
  oneWayLinks,
  oneWayNotices,
  partTimeWeekly,
  plantedQuestions,
  quantityWithoutQuality,
  quietButServed,
  recovered,
  relay,
  renamedGroup,
  selfAnswering,
  selfCertified,
  serviceSubstituted,
  shallowTouch,
  smallCircle,
  tooManyHands,
  twoCadres,
  visitedQuiet,
  voiceOnly,
  volunteerRich,
  youngGroup,
  zombie,
];
