/** How alike a question and a wording of an entry are, in shares that mean the same in every knowledge base. */
export interface Likeness {
  /** The share of the question's characters, by rarity, that the wording has. */
  askedCovered: number;
  /** The share of the wording's characters, by rarity, that the question has. */
  wordingCovered: number;
  /** The score as a share of what the question would score against itself. */
  scoreShare: number;
  /** By how much it leads the next entry; negative for all but the first. */
  lead: number;
  /** Tokens of the question. */
  askedLength: number;
}

/** The weights of a logistic judgement over a likeness. */
export interface Calibration {
  /** Printed with every confidence. */
  version: string;
  bias: number;
  askedCovered: number;
  wordingCovered: number;
  scoreShare: number;
  lead: number;
  /** Of ln(1 + tokens) / 5. */
  askedLength: number;
}

/** Fitted on a mixed base of public questions; for a base of its own kind it is a careful start, no promise. */
export const DEFAULT_CALIBRATION: Calibration = {
  version: 'likeness-1',
  bias: -7.7,
  askedCovered: 1.7,
  wordingCovered: 4.2,
  scoreShare: 1.2,
  lead: 4.1,
  askedLength: 2.3,
};

/** The likelihood, 0-1, that a wording this alike is the one that was asked for. */
export function likelihoodOf(likeness: Likeness, calibration: Calibration): number {
  const sum =
    calibration.bias +
    calibration.askedCovered * likeness.askedCovered +
    calibration.wordingCovered * likeness.wordingCovered +
    calibration.scoreShare * likeness.scoreShare +
    calibration.lead * likeness.lead +
    (calibration.askedLength * Math.log(1 + likeness.askedLength)) / 5;
  return 1 / (1 + Math.exp(-sum));
}
