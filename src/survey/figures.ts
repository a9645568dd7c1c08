/** 群众评议 in figures. Fewer answers than this are not shown, so that nobody is seen behind them. */
export const FEWEST_ANSWERS = 10;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/** `k` of `n` said so; between `low` and `high` lies what all would say, 95 times of 100. */
export interface Share {
  k: number;
  n: number;
  low: number;
  high: number;
}

/** What was asked and what came back; a share is null while fewer than ten answered it. */
export interface SurveyFigures {
  asked: number;
  answered: number;
  /** Null when nobody was asked. */
  responseRate: number | null;
  /** 知道有事可以找谁. */
  knows: Share | null;
  /** 帮上了, of those who had looked for help. */
  helped: Share | null;
}

/** One answer, without anybody behind it; `helped` is null when they never looked for help or said nothing of it. */
export interface SurveyAnswer {
  knows: boolean;
  helped: boolean | null;
}

/** Score interval of E. B. Wilson, JASA 22 (1927) 209-212: sound for few answers, where k/n ± 2s is not. */
export function wilson(k: number, n: number): { low: number; high: number } {
  const p = k / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  const middle = p + Z ** 2 / (2 * n);
  const whole = 1 + Z ** 2 / n;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}

function shareOf(said: readonly boolean[]): Share | null {
  const n = said.length;
  if (n < FEWEST_ANSWERS) return null;
  const k = said.filter(Boolean).length;
  return { k, n, ...wilson(k, n) };
}

/** The figures over answers; below ten answers of a kind they say nothing of it. */
export function figuresOf(asked: number, answers: readonly SurveyAnswer[]): SurveyFigures {
  return {
    asked,
    answered: answers.length,
    responseRate: asked > 0 ? Math.min(1, answers.length / asked) : null,
    knows: shareOf(answers.map(answer => answer.knows)),
    helped: shareOf(answers.flatMap(answer => answer.helped ?? [])),
  };
}
