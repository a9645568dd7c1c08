import { emergencyIn } from '../emergency.ts';
import { type EmergencyKind, isPrivateKind } from './alarm.ts';
import type { Sensed } from './sense.ts';

/**
 * Below this calm the sense alone raises the alarm. Of everyday talk three messages in a thousand then do so wrongly; bolder,
 * it would find a twentieth more and cry wolf seven times as often (docs/understanding.md).
 */
const ALARMED = 0.3;
/** What is private is said to somebody's face: the sense must be surer. */
const ALARMED_PRIVATELY = 0.2;
/** From this calm on the sense silences a rule: the words of danger, told of something else. */
const CALM = 0.99;
/** A long text says too many things to be silenced by a glance at the whole. */
const GLANCE = 200;
const HAS_HAN = /\p{Script=Han}/u;

/** Recognises danger to life by rules over the whole text and by a learned sense of short ones; null when there is none. */
export function createRecogniser(sense: (text: string) => Sensed): (text: string) => EmergencyKind | null {
  return text => {
    const byRule = emergencyIn(text);
    if (text.length > GLANCE || !HAS_HAN.test(text)) return byRule;
    const { calm, kind } = sense(text);
    // Violence and self-harm are never silenced: their words are few, and nobody says them twice.
    if (byRule) return calm >= CALM && !isPrivateKind(byRule) ? null : byRule;
    return calm < (isPrivateKind(kind) ? ALARMED_PRIVATELY : ALARMED) ? kind : null;
  };
}
