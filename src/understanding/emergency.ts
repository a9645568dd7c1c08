import type { Alarm, EmergencyKind } from './emergency/alarm.ts';
import { DANGER, JUMPER } from './emergency/danger.ts';
import { FIRE } from './emergency/fire.ts';
import { GAS_LEAK } from './emergency/gas.ts';
import { MEDICAL } from './emergency/medical.ts';
import { MISSING } from './emergency/missing-person.ts';
import { SELF_HARM } from './emergency/self-harm.ts';
import { spellOut } from './emergency/spelling.ts';
import { isOnlyTold, isStory } from './emergency/told.ts';
import { VIOLENCE } from './emergency/violence.ts';

export { EMERGENCY_KINDS, type EmergencyKind, isPrivateKind } from './emergency/alarm.ts';

/** Asked first to last; the first that fits names the kind. What is private comes early: it must not be said in the open. */
const ALARMS: readonly Alarm[] = [JUMPER, SELF_HARM, VIOLENCE, GAS_LEAK, FIRE, MEDICAL, MISSING, DANGER];

const SENTENCE_END = /[。!?;\n…]+/u;
/** Longer sentences are looked at in pieces of this length that overlap by a third. */
const PIECE = 150;
const STEP = 100;
/** A drill is announced once for the whole of a message. */
const SHORT = 400;

/** What is looked at one by one; the same words are looked at once. */
function piecesOf(whole: string): Set<string> {
  const pieces = new Set<string>();
  for (const sentence of whole.split(SENTENCE_END)) {
    if (sentence.length <= PIECE) pieces.add(sentence);
    else for (let at = 0; at < sentence.length; at += STEP) pieces.add(sentence.slice(at, at + PIECE));
  }
  return pieces;
}

const reports = (alarm: Alarm, piece: string): boolean =>
  alarm.says.test(piece) &&
  (!alarm.idiom || alarm.says.test(piece.replace(alarm.idiom, '·'))) &&
  !alarm.unless?.test(piece) &&
  !isOnlyTold(piece, alarm.kind);

/** The danger a text reports, or null. The whole text is looked at; when in doubt it is danger, but lessons and stories are not. */
export function emergencyIn(text: string): EmergencyKind | null {
  const whole = spellOut(text);
  if (whole.length < SHORT && (/演习|演练/u.test(whole) || isStory(whole))) return null;
  const pieces = piecesOf(whole);
  for (const alarm of ALARMS) {
    for (const piece of pieces) if (reports(alarm, piece)) return alarm.kind;
  }
  return null;
}
