/** 每月一题: what several members of a unit asked for in one week, told so that it points to nobody. */
export interface Theme {
  /** A few words that several of them used: 加装电梯的补贴. */
  topic: string;
  /** 服务线 that most of these needs are about; null when none fits. */
  line: string | null;
  /** Distinct persons of the week, never fewer than `LEAST_PERSONS`. */
  persons: number;
  needs: number;
  /** The week before: 0 stands for fewer than `LEAST_PERSONS`, null where that week is not known. */
  personsBefore: number | null;
  /** One member's words, with consent and redacted; null where none fit. */
  quote: string | null;
  /** What was quoted (the id of an example), so that the quote goes with it. */
  quoteOfId: string | null;
}

/** k-anonymity: of fewer persons nothing is kept and nothing is shown. */
export const LEAST_PERSONS = 5;
