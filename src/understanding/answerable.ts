import type { FaqHit } from './faq-index.ts';
import type { LabelOdds } from './sentence.ts';

/** From this chance on a text is talk, and no entry is what it asks for. */
const TALK = 0.93;
/** What talk's best entry may count at most: enough for nothing. */
const TALK_CONFIDENCE = 0.2;
/** From this chance on a text wants something done, which an answer rarely is. */
const REQUEST = 0.8;
const REQUEST_DOUBT = 0.12;

/** Entries found for a text, in the light of what kind of text it is: talk is not answered, a request only when very sure. */
export function weighByClass(hits: readonly FaqHit[], odds: LabelOdds): FaqHit[] {
  if (odds.chatter > TALK)
    return hits.map(hit => ({ ...hit, confidence: Math.min(hit.confidence, TALK_CONFIDENCE) }));
  if (odds.request > REQUEST)
    return hits.map(hit => ({ ...hit, confidence: Math.max(0, hit.confidence - REQUEST_DOUBT) }));
  return [...hits];
}
