import type { MeasureValues } from './group-analysis.ts';
import { type CadreVoice, measureCadreVoice } from './measures/m01-cadre-voice.ts';
import { type Help, measureHelp } from './measures/m02-help.ts';
import { type Activity, compareWithOwnWeeks, measureActivity } from './measures/m03-activity.ts';
import { measureRegularity, type Regularity } from './measures/m05-regularity.ts';
import { exchangesIn, measureOneWay, type OneWay, reciprocityOf } from './measures/m06-one-way.ts';
import { type Answered, measureAnswered, waitingNeedsIn } from './measures/m07-answered.ts';
import { type DirectContact, measureDirectContact } from './measures/m08-direct-contact.ts';
import { measureRelay, type Relay } from './measures/m09-relay.ts';
import { type Backbone, declaredMembersAt, measureBackbone } from './measures/m10-backbone.ts';
import { type Concentration, measureConcentration, voicesIn } from './measures/m11-concentration.ts';
import { measureSolvedReality, type SolvedReality } from './measures/m12-solved-reality.ts';
import { measureThreeRates, type ThreeRates } from './measures/m13-three-rates.ts';
import { type Awareness, measureAwareness } from './measures/m14-awareness.ts';
import { measureNewcomers, type Newcomers } from './measures/m15-newcomers.ts';
import { countDivergence, type Divergence, measureDivergence } from './measures/m16-divergence.ts';
import { measureStraightUp, type StraightUpLatency, straightUpsIn } from './measures/m17-straight-up.ts';
import { type CatalogueDelivery, catalogueMattersIn, measureCatalogue } from './measures/m18-catalogue.ts';
import { type FaqQuality, measureFaq } from './measures/m19-faq.ts';
import { type Burden, measureBurden } from './measures/m20-burden.ts';
import type { Pooled } from './pooled.ts';
import { rowsOfLengths, rowsOfWaits } from './waits.ts';
import type { GroupWindow } from './window.ts';

/** Every measure of one window. */
export interface Measured {
  cadreVoice: CadreVoice;
  help: Help;
  activity: Activity;
  regularity: Regularity;
  oneWay: OneWay;
  answered: Answered;
  directContact: DirectContact;
  relay: Relay;
  backbone: Backbone;
  concentration: Concentration;
  solvedReality: SolvedReality;
  threeRates: ThreeRates;
  awareness: Awareness;
  newcomers: Newcomers;
  divergence: Divergence;
  straightUp: StraightUpLatency;
  catalogue: CatalogueDelivery;
  faq: FaqQuality;
  burden: Burden;
  /** What a unit adds up beyond the named values. */
  pooled: Pooled;
}

export function measureWindow(window: GroupWindow): Measured {
  const activity = measureActivity(window);
  const directContact = measureDirectContact(window);
  const waiting = waitingNeedsIn(window);
  const voices = voicesIn(window);
  const divergence = countDivergence(window);
  const straightUps = straightUpsIn(window);
  const matters = catalogueMattersIn(window);
  return {
    cadreVoice: measureCadreVoice(window),
    help: measureHelp(window),
    activity,
    regularity: measureRegularity(window),
    oneWay: measureOneWay(window, activity),
    answered: measureAnswered(window, waiting),
    directContact,
    relay: measureRelay(window, directContact),
    backbone: measureBackbone(window),
    concentration: measureConcentration(window, voices),
    solvedReality: measureSolvedReality(window),
    threeRates: measureThreeRates(window),
    awareness: measureAwareness(window),
    newcomers: measureNewcomers(window),
    divergence: measureDivergence(window, divergence),
    straightUp: measureStraightUp(window, straightUps),
    catalogue: measureCatalogue(window, matters),
    faq: measureFaq(window),
    burden: measureBurden(window),
    pooled: {
      waits: rowsOfWaits(waiting.map(need => need.wait)),
      acks: rowsOfLengths(straightUps.flatMap(word => word.acknowledged?.workingMs ?? [])),
      told: rowsOfLengths(straightUps.flatMap(word => word.told?.workingMs ?? [])),
      ...exchangesIn(window),
      ...declaredMembersAt(window),
      voices,
      divergence,
      lines: matters.lines,
      usedLines: matters.used,
    },
  };
}

/** The measures by their ids in metrics.md; M4 is added by whoever knows the days before. */
export function measuresById(window: GroupWindow, measured: Measured): Record<string, MeasureValues> {
  const ownWeeks = compareWithOwnWeeks(window);
  return {
    M1: measured.cadreVoice,
    M2: measured.help,
    M3: {
      ...measured.activity,
      lastWeek: ownWeeks?.lastWeek ?? null,
      ownMedian: ownWeeks?.ownMedian ?? null,
      isBelowOwnMedian: ownWeeks?.isBelow ?? null,
    },
    M5: measured.regularity,
    M6: { ...measured.oneWay, reciprocity: reciprocityOf(measured.pooled) },
    M7: measured.answered,
    M8: measured.directContact,
    M9: measured.relay,
    M10: measured.backbone,
    M11: measured.concentration,
    M12: measured.solvedReality,
    M13: measured.threeRates,
    M14: measured.awareness,
    M15: measured.newcomers,
    M16: measured.divergence,
    M17: measured.straightUp,
    M18: measured.catalogue,
    M19: measured.faq,
    M20: measured.burden,
  };
}
