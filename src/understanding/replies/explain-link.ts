import { valuesOf } from './choose.ts';
import { CANDIDATE_COUNT, CANDIDATE_FEATURES, type Kind, MOMENT_FEATURES, NO_TIME } from './features.ts';
import type { Link } from './linker.ts';
import type { ReplyModel } from './model.ts';
import { NEVER } from './moment.ts';
import { shareOut } from './trees.ts';

/** One thing that spoke for a link or against it. */
export interface Reason {
  feature: string;
  /** The feature in plain words with its value: "both are of one speaker: yes". */
  words: string;
  value: number;
  /** What it added to the score of the link. */
  share: number;
}

/** Below 0 stands for what could not be known. */
function sayValue(isStatement: boolean, kind: Kind, value: number): string {
  if (value < 0) return 'not known';
  if (isStatement) return value > 0 ? 'yes' : 'no';
  if (value === NEVER || value === NO_TIME) return 'never';
  return kind === 'time' ? `${Math.round(2 ** value - 1)} s` : String(value);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const ALL_FEATURES = [...MOMENT_FEATURES, ...CANDIDATE_FEATURES];

/** What spoke for a link and against it, the weightiest first; a quote has no other reason than itself. */
export function explainLink(model: ReplyModel, link: Link, most = 6): Reason[] {
  if (!link.seen) return [{ feature: 'quote', words: 'the message quotes it', value: 1, share: 1 }];
  const values = valuesOf(link.seen.look, link.seen.candidate);
  const shares = shareOut(model.answers, values, CANDIDATE_COUNT);
  return ALL_FEATURES.map(({ name, kind, words, isStatement }, at) => {
    const value = rounded(values[at] ?? 0);
    const said = `${words}: ${sayValue(isStatement, kind, value)}`;
    return { feature: name, words: said, value, share: rounded(shares[at] ?? 0) };
  })
    .sort((one, other) => Math.abs(other.share) - Math.abs(one.share))
    .filter(({ share }) => share !== 0)
    .slice(0, most);
}
