import type { FaqEntry } from '../faq.ts';
import { BANDS, type Bands } from './bands.ts';
import type { FaqHit } from './faq-index.ts';
import type { Scale } from './meaning/scale.ts';

/** The optional stage behind the words: what a text means, read by something outside the program. */
export interface Meaning {
  /** Reads one text; null, soon and never with a fault, when nothing can be said of its meaning. */
  read(text: string): Promise<Meant | null>;
  /** Compares with these entries from now on. */
  setFaq(entries: readonly FaqEntry[]): void;
}

/** The meaning of one text against the entries. */
export interface Meant {
  version: string;
  /** The entries that words found, judged once more; the same ones, likeliest first. */
  rejudge(hits: readonly FaqHit[]): FaqHit[];
}

export const MEANING_VERSION = 'meaning-1';

/** Of the log-odds that words gave, meaning may add and take away so much. */
export const MOST_RAISED = 3.5;
export const MOST_LOWERED = 1.5;
/** How far under a band stays what may not reach it. */
const BELOW = 0.01;
/** Words this sure are not doubted: by MOST_LOWERED they would lose no answer to somebody who asked. */
const SURE = 0.95;
/** Words this unsure do not become a question back either: MOST_RAISED is too little for that. */
const HOPELESS = 0.012;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

function moved(confidence: number, evidence: number): number {
  if (evidence === 0) return confidence;
  const sure = clamp(confidence, 1e-6, 1 - 1e-6);
  return 1 / (1 + Math.exp(-(Math.log(sure / (1 - sure)) + evidence)));
}

/** How far one entry's likeness stands above that of every other entry, found by words or not. */
function leadsOf(likeness: ReadonlyMap<string, number>): (entryId: string, own: number) => number {
  const [[bestId, best], [, second]] = [...likeness].reduce<[[string, number], [string, number]]>(
    ([first, next], each) => (each[1] > first[1] ? [each, first] : [first, each[1] > next[1] ? each : next]),
    [
      ['', 0],
      ['', 0],
    ],
  );
  return (entryId, own) => own - (entryId === bestId ? second : best);
}

/** Both must speak for an entry: its likeness, and its lead over the others; one against it is enough to lower it. */
function evidenceOf(own: number, lead: number, scale: Scale): number {
  const apart = (scale.right - scale.wrong) / scale.spread;
  const byLikeness = apart * ((own - (scale.right + scale.wrong) / 2) / scale.spread);
  const byLead = (2 * scale.lead * lead) / scale.leadSpread ** 2;
  return clamp(Math.min(byLikeness, byLead), -MOST_LOWERED, MOST_RAISED);
}

/**
 * Judges what words found by likeness of meaning. Into an answer for somebody who asked an entry is lifted only by a
 * clear likeness and lead; into the unasked band never: there only the words' own first choice stands, put there by words.
 */
export function judgeByMeaning(
  hits: readonly FaqHit[],
  likeness: ReadonlyMap<string, number>,
  scale: Scale,
  bands: Bands = BANDS,
): FaqHit[] {
  const leadOf = leadsOf(likeness);
  const judged = hits.map((hit, place) => {
    const own = likeness.get(hit.entryId);
    const lead = own === undefined ? 0 : leadOf(hit.entryId, own);
    const confidence = moved(hit.confidence, own === undefined ? 0 : evidenceOf(own, lead, scale));
    const isClear = own !== undefined && own >= scale.right && lead >= scale.lead / 2;
    const isAnswer = hit.confidence >= bands.answerAsked;
    const isUnasked = place === 0 && hit.confidence >= bands.answerUnasked;
    const most = isUnasked ? 1 : isAnswer || isClear ? bands.answerUnasked : bands.answerAsked;
    return { ...hit, confidence: most < 1 ? Math.min(confidence, most - BELOW) : confidence };
  });
  return judged.sort((a, b) => b.confidence - a.confidence);
}

/** Could meaning change what is done? Only where words are in doubt, or would interrupt people who asked nobody. */
export function isWorthReading(hits: readonly FaqHit[], isAsked: boolean, bands: Bands = BANDS): boolean {
  const best = hits[0]?.confidence ?? 0;
  if (!isAsked) return best >= bands.answerUnasked;
  return best < SURE && hits.some(hit => hit.confidence > HOPELESS);
}
