import type { Calibration } from '../src/understanding/calibrate.ts';

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(1, whole))} %`;

/** How sure the bot is of its own confidence on these entries, in a few plain lines. */
export function sayCalibration(calibration: Calibration): string[] {
  const { bands, entries, leftOut, leftOutAnswered, phrasings, phrasingsAnswered, phrasingsRight } =
    calibration;
  const lines = [
    `answers from ${bands.answerAsked.toFixed(2)} on when asked, from ${bands.answerUnasked.toFixed(2)} on unasked (${entries} entries)`,
    `  of ${leftOut} entries taken away, another would have answered ${percent(leftOutAnswered, leftOut)}`,
  ];
  if (phrasings > 0)
    lines.push(
      `  of ${phrasings} phrasings taken away, ${percent(phrasingsAnswered, phrasings)} were still answered, ${percent(phrasingsRight, phrasingsAnswered)} of those rightly`,
    );
  lines.push(
    calibration.verdicts > 0
      ? `  people said 有用 to ${percent(calibration.useful, calibration.verdicts)} of ${calibration.verdicts} answers`
      : '  nobody has said 有用 or 没用 yet: the start is careful',
  );
  return lines;
}
