import type { Finding, GroupAnalysis, GroupState, Severity } from '../analysis/group-analysis.ts';
import { shortName } from './short-name.ts';
import { shortenPrescription } from './shorten-prescription.ts';
import { STATE_WORDS } from './state-words.ts';

const NAME_LENGTH = 10;
const GRAVITY: Record<Severity, number> = { alarm: 0, warn: 1, note: 2 };
/** So many groups that need care have a row of their own in the picture, however many groups there are. */
const SURELY_DRAWN = 12;
/** Lengths tried for evidence and act, until every group has its line. */
const LENGTHS = [60, 52, 46, 40, 36, 32, 30, 28, 26] as const;
const SHORTEST = 26;
/** More lines than these fit no screen; each of these has its row in the picture. */
const MOST_LINES = SURELY_DRAWN;

const lengthOf = (text: string): number => [...text].length;
const moreLine = (count: number, all: number): string =>
  `还有${count}个群要看${all <= SURELY_DRAWN ? '，在图里' : ''}。`;

/** Which finding tells why a group stands in a state. */
const TELLS: Partial<Record<GroupState, string>> = {
  cold: 'cadre-silent',
  'one-way': 'one-way-broadcast',
  'busy-no-help': 'no-help-record',
  bursty: 'inspection-spike',
};

/** The finding a group's line tells: the gravest, of equals the one that explains its state; undefined where nothing was found. */
export function gravestOf({
  findings,
  state,
}: Pick<GroupAnalysis, 'findings' | 'state'>): Finding | undefined {
  const isOther = ({ detector }: Finding): number => Number(detector !== TELLS[state]);
  return [...findings].sort(
    (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || isOther(a) - isOther(b),
  )[0];
}

/** `1 彭浦青年之家（冷群）：30天没有干部发言，周三（25日）先到群里回3件诉求。` */
function lineOf(number: number, group: GroupAnalysis, length: number): string {
  const gravest = gravestOf(group);
  const says = gravest ? `：${shortenPrescription(gravest.prescription, length)}` : '';
  return `${number} ${shortName(group.name, NAME_LENGTH)}（${STATE_WORDS[group.state].word}）${says}`;
}

const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + lengthOf(line) + 1, 0);

/**
 * One line a group in the order given, numbered from `first` on as in the picture, so that 详 3 means what was read;
 * within `room` characters, and the last says how many did not fit.
 */
export function groupLines(groups: readonly GroupAnalysis[], room: number, first: number): string[] {
  const few = groups.slice(0, MOST_LINES);
  const linesOf = (length: number) => few.map((group, index) => lineOf(first + index, group, length));
  for (const length of LENGTHS) {
    const lines = linesOf(length);
    if (few.length === groups.length && sizeOf(lines) <= room) return lines;
  }
  const lines = linesOf(SHORTEST);
  for (let count = Math.min(few.length, groups.length - 1); count >= 0; count--) {
    const kept = [...lines.slice(0, count), moreLine(groups.length - count, groups.length)];
    if (sizeOf(kept) <= room) return kept;
  }
  return [];
}
