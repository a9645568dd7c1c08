import { dayFromNumber, dayNumberAt, dayNumberOf } from './day-number.ts';
import type { GroupState } from './group-analysis.ts';
import { measureCadreVoice } from './measures/m01-cadre-voice.ts';
import { hasHelp } from './measures/m02-help.ts';
import { measureActivity } from './measures/m03-activity.ts';
import { measureRegularity } from './measures/m05-regularity.ts';
import { measureOneWay } from './measures/m06-one-way.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Timeline } from './timeline.ts';
import { ageHoursAt, coverageOf, type GroupWindow, needsIn, windowEnding } from './window.ts';

/** Why nothing can be said of a group. Unknown is not zero. */
export type UnknownReason = 'coverage' | 'young' | 'no-cadre';

/** What keeps a group from being judged at the end of the window; null when nothing does. */
export function unknownReasonOf(window: GroupWindow): UnknownReason | null {
  if (!window.timeline.hasCadre) return 'no-cadre';
  if (!(ageHoursAt(window) >= THRESHOLDS.unknown.leastAgeDays * 24)) return 'young';
  return coverageOf(window) < THRESHOLDS.unknown.leastCoverage ? 'coverage' : null;
}

/** M4 of one day alone, before hysteresis: the first that holds. */
export function rawStateOf(window: GroupWindow): GroupState {
  if (window.timeline.history.group.kind !== 'grassroots') return 'exempt';
  if (unknownReasonOf(window) !== null) return 'unknown';
  const limit = THRESHOLDS.state;
  const activity = measureActivity(window);
  if (measureOneWay(window, activity).isOneWay) return 'one-way';
  const voice = measureCadreVoice(window);
  const isHelpless = !hasHelp(window);
  if (voice.isSilent && isHelpless && activity.isQuiet) return 'cold';
  const isBusy = isHelpless && !activity.isQuiet && needsIn(window).length >= limit.busyNeeds;
  if (isBusy) return 'busy-no-help';
  if (voice.messages >= limit.burstyMessages && measureRegularity(window).isIrregular) return 'bursty';
  const signs = Number(voice.isSilent) + Number(isHelpless) + Number(activity.isQuiet);
  return signs >= limit.coolingSigns ? 'cooling' : 'healthy';
}

/** Where a group stands after a daily evaluation; all that the next one needs. */
export interface Standing {
  state: GroupState;
  /** The day it was entered. */
  since: string;
  raw: GroupState;
  /** Equal raw states in a row up to now. */
  streak: number;
}

/** 红 or 黄. */
export const isBad = (state: GroupState): boolean =>
  state !== 'healthy' && state !== 'unknown' && state !== 'exempt';

const isAtOnce = (state: GroupState): boolean => state === 'unknown' || state === 'exempt';

/**
 * Hysteresis: a state is entered after two equal evaluations in a row, healthy from a bad state after seven;
 * unknown (and exempt) is entered and left at once.
 */
export function standAfter(before: Standing | null, raw: GroupState, day: string): Standing {
  if (!before) return { state: raw, since: day, raw, streak: 1 };
  const streak = before.raw === raw ? before.streak + 1 : 1;
  const { daysToEnter, daysToRecover } = THRESHOLDS.state;
  const needed = raw === 'healthy' && isBad(before.state) ? daysToRecover : daysToEnter;
  const enters = raw !== before.state && (isAtOnce(raw) || isAtOnce(before.state) || streak >= needed);
  return enters ? { state: raw, since: day, raw, streak } : { ...before, raw, streak };
}

export interface DailyState extends Standing {
  day: string;
}

/** The state of every day up to `lastDay`, from the day after `before`, or without it from the first observed day. */
export function evaluateDays(
  timeline: Timeline,
  lastDay: number,
  before: DailyState | null = null,
): DailyState[] {
  const firstSeen = timeline.observed[0]?.from;
  const states: DailyState[] = [];
  if (firstSeen === undefined) return states;
  for (let day = before ? dayNumberOf(before.day) + 1 : dayNumberAt(firstSeen); day <= lastDay; day++) {
    const name = dayFromNumber(day);
    const raw = rawStateOf(windowEnding(timeline, day));
    const standing = standAfter(states.at(-1) ?? before, raw, name);
    states.push({ ...standing, day: name });
  }
  return states;
}
